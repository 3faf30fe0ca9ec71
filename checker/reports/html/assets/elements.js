// Elements are made by name; whatever is said in them is text and never markup.
const SVG = 'http://www.w3.org/2000/svg';

function dress(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ''));
  return element;
}

const make = (name, attributes = {}, ...children) => dress(document.createElement(name), attributes, children);
const draw = (name, attributes = {}, ...children) => dress(document.createElementNS(SVG, name), attributes, children);
const byId = (id) => document.getElementById(id);
const many = (count, one, several = `${one}s`) => `${count} ${count === 1 ? one : several}`;

function hidden(text) {
  return make('span', {class: 'unseen'}, text);
}

function severity(name) {
  return make('span', {class: `severity ${name}`}, name);
}

// Previous and next for a list shown in parts; `go` is given the number of the part, from 0.
function pager(page, pages, what, go) {
  if (pages < 2) return null;
  const button = (label, to, sign) => {
    const made = make('button', {type: 'button', 'aria-label': `${label} page of ${what}`, disabled: to < 0 || to >= pages}, sign);
    made.addEventListener('click', () => go(to));
    return made;
  };
  return make('div', {class: 'pager', role: 'group', 'aria-label': `Pages of ${what}`},
    button('Previous', page - 1, '‹ previous'), make('span', {}, `${what}, ${page + 1} of ${pages}`), button('Next', page + 1, 'next ›'));
}
