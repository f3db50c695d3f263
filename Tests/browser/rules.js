// What a page must keep to for everybody to use it; the value is a list of what it does not.
(() => {
  const faults = [];
  const fault = (rule, element) =>
    faults.push(`${rule}: ${element ? element.outerHTML.slice(0, 120).replace(/\s+/g, ' ') : ''}`);
  const all = selector => [...document.querySelectorAll(selector)];
  const isSeen = element => element.checkVisibility() && element.getClientRects().length > 0;

  if (!/^(zh-Hans|en)$/.test(document.documentElement.lang)) fault('the page has a language');
  const view = document.querySelector('meta[name=viewport]');
  if (!view || /user-scalable|maximum-scale/.test(view.content)) fault('the page can be made larger', view);
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
    const [title, note] = ['title', 'desc'].map(name => picture.querySelector(name)?.textContent.trim());
    if (picture.getAttribute('role') !== 'img' || !title || !note) fault('pictures have a name and a description', picture);
  });
  all('img').forEach(picture => {
    if (!picture.alt) fault('pictures have an alternative', picture);
  });
  all('[tabindex]').forEach(element => {
    if (element.tabIndex > 0) fault('the tab key follows the text', element);
  });
  all('[role=region],nav,section').forEach(element => {
    const name = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    if (!name || !name.textContent.trim()) fault('regions have a name', element);
  });
  all('ul').forEach(list => {
    if ([...list.children].some(item => item.localName !== 'li')) fault('lists hold items', list);
  });
  all('[aria-hidden=true]').forEach(element => {
    if (element.querySelector('a,button,input,[tabindex]')) fault('what is hidden takes no focus', element);
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

  // In a chart: a text and what is drawn under it, or its halo, or the ground of the chart.
  const paint = (element, name) => {
    const value = getComputedStyle(element)[name];
    return /^rgb/.test(value) ? colour(value) : null;
  };
  const under = (text, chart) => {
    const halo = paint(text, 'stroke');
    if (halo && halo.alpha === 1) return halo.rgb;
    const box = text.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const shapes = [...chart.querySelectorAll('rect,path,polygon,circle')].filter(shape => {
      const own = shape.getBoundingClientRect();
      return !shape.closest('pattern') && shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING
        && own.left <= x && x <= own.right && own.top <= y && y <= own.bottom;
    });
    for (const shape of shapes.reverse()) {
      const fill = paint(shape, 'fill');
      if (fill && fill.alpha === 1) return fill.rgb;
    }
    return behind(chart);
  };
  all('svg text').forEach(text => {
    if (!text.textContent.trim() || !isSeen(text)) return;
    const own = paint(text, 'fill');
    const [a, b] = [light(own ? own.rgb : [0, 0, 0]), light(under(text, text.ownerSVGElement))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) fault(`contrast in a chart is ${ratio.toFixed(2)}, less than 4.5`, text);
  });
  return [...new Set(faults)];
})()
