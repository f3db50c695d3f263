// What a page must keep to for everybody to use it; the value is a list of what it does not.
(() => {
  const faults = [];
  const fault = (rule, element) =>
    faults.push(`${rule}: ${element ? element.outerHTML.slice(0, 120).replace(/\s+/g, ' ') : ''}`);
  const all = selector => [...document.querySelectorAll(selector)];
  const isSeen = element => element.checkVisibility() && element.getClientRects().length > 0;

  if (!document.documentElement.lang) fault('the page has a language');
  if (!document.title.trim()) fault('the page has a title');
  if (all('main').length !== 1) fault('there is one main landmark');
  if (all('h1').length !== 1) fault('there is one h1');
  let level = 0;
  all('h1,h2,h3,h4').forEach(heading => {
    const next = Number(heading.localName[1]);
    if (next > level + 1) fault('headings skip no level', heading);
    if (!heading.textContent.trim()) fault('headings have text', heading);
    level = next;
  });
  const skip = document.querySelector('a');
  if (!skip || !skip.hash || !document.querySelector(skip.hash)) fault('the first link skips to the text', skip);
  [...document.body.children].forEach(element => {
    if (!['MAIN', 'SCRIPT'].includes(element.tagName) && element !== skip) fault('all stands in a landmark', element);
  });

  const ids = new Set();
  all('[id]').forEach(element => {
    if (ids.has(element.id)) fault('ids are unique', element);
    ids.add(element.id);
  });
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls'])
    all(`[${attribute}]`).forEach(element => element.getAttribute(attribute).split(' ').forEach(id => {
      if (!document.getElementById(id)) fault(`${attribute} names an element`, element);
    }));
  all('a[href^="#"]').forEach(link => {
    if (!document.getElementById(link.hash.slice(1))) fault('links lead somewhere', link);
  });

  all('table').forEach(table => {
    if (!table.caption || !table.caption.textContent.trim()) fault('tables have a caption', table);
    [...table.tHead.rows[0].cells].forEach(head => {
      if (head.localName !== 'th' || head.scope !== 'col') fault('columns have headings', head);
    });
    [...table.tBodies[0].rows].forEach(row => {
      if (row.querySelectorAll('th[scope=row]').length !== 1) fault('rows have a heading', row);
      if (row.cells.length !== table.tHead.rows[0].cells.length) fault('rows are as wide as the table', row);
    });
  });
  all('input').forEach(input => {
    if (!input.labels.length || !input.labels[0].textContent.trim()) fault('inputs have a label', input);
  });
  all('button,a').forEach(element => {
    if (!element.textContent.trim()) fault('buttons and links have a name', element);
  });
  all('svg').forEach(picture => {
    if (picture.getAttribute('role') !== 'img' || !picture.querySelector('title')) fault('pictures have a name', picture);
  });
  all('*').forEach(element => {
    const wide = element.scrollWidth > element.clientWidth + 1;
    const scrolls = ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
    if (wide && scrolls && isSeen(element) && element.tabIndex < 0 && !element.querySelector('a,button,input'))
      fault('what scrolls can be reached by keyboard', element);
  });

  // Contrast of text and what is behind it, as WCAG 2 has it.
  const colour = text => {
    const parts = text.match(/[\d.]+/g).map(Number);
    return {rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1};
  };
  const light = rgb => {
    const [r, g, b] = rgb.map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor);
      if (found.alpha === 1) return found.rgb;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !isSeen(element) || element.closest('svg,script')) continue;
    const [a, b] = [light(colour(getComputedStyle(element).color).rgb), light(behind(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) fault(`contrast is ${ratio.toFixed(2)}, less than 4.5`, element);
  }
  return [...new Set(faults)];
})()
