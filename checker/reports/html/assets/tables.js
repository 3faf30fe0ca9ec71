// Tables that fit a phone: there each row is a block, and each cell stands behind the head of its column.
function table(label, heads, rows, name = '') {
  const cell = (content, column) => (content instanceof Element && /^T[DH]$/.test(content.tagName) ? content : make('td', {}, content));
  const body = rows.map((cells) => make('tr', {role: 'row'}, cells.map((content, column) => {
    const made = cell(content, column);
    made.setAttribute('role', made.tagName === 'TH' ? 'rowheader' : 'cell');
    if (column > 0) made.setAttribute('data-head', headWords(heads[column]));
    if (made.childNodes.length === 0) made.classList.add('empty');
    return made;
  })));
  return make('div', {class: `wide ${name}`, role: 'region', 'aria-label': label, tabindex: '0'},
    make('table', {class: 'stacked', role: 'table'},
      make('thead', {role: 'rowgroup'}, make('tr', {role: 'row'}, heads.map((head) => make('th', {scope: 'col', role: 'columnheader'}, head)))),
      make('tbody', {role: 'rowgroup'}, body)));
}

const headWords = (head) => (typeof head === 'string' ? head : head.textContent);

// A long name with places to break at.
const breakable = (name) => name.split(/(?<=[_\-./])|(?<=[a-z])(?=[A-Z])/).flatMap((part, n) => (n ? [make('wbr'), part] : [part]));
