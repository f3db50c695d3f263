/// What a page does when scripts may run: tables are sorted and filtered, notes of figures stand beside them. It makes
/// elements and sets texts; it never reads data as markup.
enum HTMLScript {
  /// The script; whoever changes it sets ``digest`` anew (a test tells what it is).
  static let text = start + sorting + filtering + notes + paper

  /// The SHA-256 of ``text`` in base 64.
  static let digest = "I4jyFq8K2UOdt9ul3gNWdYZnqrpZutyl+RtzVjkwYNU="

  private static let start = """

    (() => {
    'use strict';
    const chinese = document.documentElement.lang.startsWith('zh');
    const say = (zh, en) => chinese ? zh : en;
    const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
    const make = (name, set) => Object.assign(document.createElement(name), set);
    // The note of a figure stands in its cell, after the text.
    const shown = cell => (cell.firstChild ? cell.firstChild.nodeValue || cell.textContent : '').trim();
    const rowsOf = table => [...table.tBodies[0].rows];
    const isSum = row => row.classList.contains('sum');

    """

  /// Up, down, and back to the order of the document; equals keep it. Totals stay where they are, what has no value
  /// comes last.
  private static let sorting = """
    const valueOf = (cell, isText) => {
      const text = cell ? cell.dataset.v ?? shown(cell) : '';
      if (text === '') return null;
      if (isText) return text;
      return Number.isFinite(Number(text)) ? Number(text) : null;
    };
    const sort = (table, first, column, way, isText) => {
      const value = new Map(first.map(row => [row, valueOf(row.cells[column], isText)]));
      const free = first.filter(row => !isSum(row));
      if (way) free.sort((a, b) => {
        const x = value.get(a), y = value.get(b);
        if (x === null || y === null) return (x === null) - (y === null);
        return way * (isText ? order.compare(x, y) : x - y);
      });
      const next = free.values();
      table.tBodies[0].append(...first.map(row => isSum(row) ? row : next.next().value));
    };
    const sortable = table => {
      const first = rowsOf(table);
      const heads = [...table.tHead.rows[0].cells];
      heads.forEach((head, column) => {
        const isText = head.className !== '' && !head.dataset.number;
        const button = make('button', {type: 'button', textContent: head.textContent,
          title: say('点击排序：升序、降序、原序', 'Sort: up, down, as it was')});
        head.replaceChildren(button);
        button.addEventListener('click', () => {
          const now = head.getAttribute('aria-sort');
          const way = now === 'ascending' ? -1 : now === 'descending' ? 0 : 1;
          heads.forEach(other => other.removeAttribute('aria-sort'));
          if (way) head.setAttribute('aria-sort', way > 0 ? 'ascending' : 'descending');
          sort(table, first, column, way, isText);
        });
      });
    };

    """

  /// Every word of the filter must be in a row; totals stay.
  private static let filtering = """
    const filterable = table => {
      const rows = rowsOf(table).filter(row => !isSum(row));
      if (rows.length < 2) return;
      const texts = rows.map(row => [...row.cells].map(shown).join(' ').toLowerCase());
      const label = make('label', {textContent: say('筛选 ', 'Filter ')});
      const input = make('input', {type: 'search', autocomplete: 'off', placeholder: say('名称或内容', 'name or text')});
      input.setAttribute('aria-controls', table.id);
      input.setAttribute('aria-describedby', table.caption.id);
      const count = make('span', {});
      count.setAttribute('role', 'status');
      input.addEventListener('input', () => {
        const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
        let left = 0;
        rows.forEach((row, index) => {
          row.hidden = !words.every(word => texts[index].includes(word));
          if (!row.hidden) left += 1;
        });
        count.textContent = words.length
          ? say(`显示${left}行，共${rows.length}行`, `${left} of ${rows.length} rows`) : '';
      });
      input.addEventListener('keydown', event => {
        if (event.key !== 'Escape' || input.value === '') return;
        input.value = '';
        input.dispatchEvent(new Event('input'));
        event.preventDefault();
      });
      const tools = make('div', {className: 'tools'});
      label.append(input);
      tools.append(count, label);
      table.parentNode.before(tools);
    };

    """

  /// One stop of the tab key a table; the arrows go from figure to figure, Escape puts the note away.
  private static let notes = """
    const isNoted = cell => cell && cell.hasAttribute('aria-describedby') && cell.localName === 'td';
    const place = cell => {
      const note = cell.querySelector('[role=tooltip]');
      cell.classList.add('at');
      note.style.left = note.style.top = '0';
      const at = cell.getBoundingClientRect(), size = note.getBoundingClientRect();
      const wide = document.documentElement.clientWidth;
      const above = at.top - size.height;
      note.style.left = `${Math.max(4, Math.min(at.right - size.width, wide - size.width - 4))}px`;
      note.style.top = `${at.bottom + size.height < innerHeight || above < 0 ? at.bottom - 2 : above + 2}px`;
    };
    const noted = table => {
      const cells = [...table.querySelectorAll('td[aria-describedby]')];
      if (!cells.length) return;
      let stop = cells[0];
      cells.forEach(cell => { cell.tabIndex = cell === stop ? 0 : -1; });
      const rows = () => rowsOf(table).filter(row => !row.hidden);
      const across = (cell, step) => {
        let next = cell;
        do next = step > 0 ? next.nextElementSibling : next.previousElementSibling; while (next && !isNoted(next));
        return next;
      };
      const along = (cell, step) => {
        const all = rows();
        for (let index = all.indexOf(cell.parentNode) + step; all[index]; index += step)
          if (isNoted(all[index].cells[cell.cellIndex])) return all[index].cells[cell.cellIndex];
        return null;
      };
      const moves = {ArrowRight: [across, 1], ArrowLeft: [across, -1], ArrowDown: [along, 1], ArrowUp: [along, -1]};
      table.addEventListener('keydown', event => {
        if (!isNoted(event.target)) return;
        if (event.key === 'Escape') event.target.classList.add('off');
        const move = moves[event.key];
        if (!move) return;
        event.preventDefault();
        const next = move[0](event.target, move[1]);
        if (next) next.focus();
      });
      table.addEventListener('focusin', event => {
        if (!isNoted(event.target)) return;
        stop.tabIndex = -1;
        stop = event.target;
        stop.tabIndex = 0;
        stop.classList.remove('off');
        place(stop);
      });
      table.addEventListener('mouseover', event => {
        const cell = event.target.closest('td');
        if (isNoted(cell) && !cell.contains(event.relatedTarget)) { cell.classList.remove('off'); place(cell); }
      });
    };
    addEventListener('scroll', () => {
      if (isNoted(document.activeElement)) place(document.activeElement);
    }, {capture: true, passive: true});
    addEventListener('keydown', event => {
      if (event.key === 'Escape') document.querySelectorAll('td:hover').forEach(cell => cell.classList.add('off'));
    });
    // A link to a table that is folded up unfolds it.
    const unfold = () => {
      const target = document.getElementById(location.hash.slice(1));
      const folded = target && target.closest('details');
      if (folded) { folded.open = true; target.scrollIntoView(); }
    };
    addEventListener('hashchange', unfold);
    document.querySelectorAll('table').forEach(table => { sortable(table); filterable(table); noted(table); });
    unfold();

    """

  /// Tables that are folded up are printed.
  private static let paper = """
    addEventListener('beforeprint', () => document.querySelectorAll('details:not([open])').forEach(folded => {
      folded.open = true;
      folded.classList.add('unfolded');
    }));
    addEventListener('afterprint', () => document.querySelectorAll('.unfolded').forEach(folded => {
      folded.open = false;
      folded.classList.remove('unfolded');
    }));
    })();

    """
}
