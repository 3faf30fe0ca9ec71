// The sources as a list, and each as a page: its whole text with every claim marked and led on from.
const SOURCES_PER_PAGE = 50;
const CLAIMS_PER_PAGE = 200;
let sourcePage = 0;

function drawSources() {
  const wanted = DATA.sources.map((_, number) => number).filter((number) => !asked.source || asked.source.has(number));
  const pages = Math.ceil(wanted.length / SOURCES_PER_PAGE);
  sourcePage = Math.max(0, Math.min(sourcePage, pages - 1));
  const heads = ['source', 'title', 'published', 'authority', 'claims', 'in conflict', 'status'];
  const rows = wanted.slice(sourcePage * SOURCES_PER_PAGE, (sourcePage + 1) * SOURCES_PER_PAGE).map((number) => {
    const source = DATA.sources[number];
    const held = claimsOf(number).filter((claim) => !claim.term);
    return [make('th', {scope: 'row'}, make('a', {href: address({text: source.id})}, breakable(source.id))),
      source.title === source.id ? '' : source.title, source.published, source.authority, String(held.length),
      String(held.filter((claim) => claim.standing === CONFLICT).length), make('td', {class: source.read ? '' : 'unread'}, source.read ? 'checked' : `– ${source.reason || 'not checked'}`)];
  });
  const told = heads.map((_, column) => column).filter((column) => rows.some((cells) => cells[column]));
  byId('source-list').replaceChildren(table('List of sources', told.map((column) => heads[column]), rows.map((cells) => told.map((column) => cells[column]))),
    ...[pager(sourcePage, pages, 'sources', (to) => { sourcePage = to; drawSources(); })].filter(Boolean));
}

const flat = (text) => text.replace(/\s+/g, ' ');

function leading(claim) {
  const finding = findingOf.get(claim.number);
  return finding ? address({finding: finding.k}) : address({text: sourceName(claim.source), at: claim.start});
}

// Claims may share words or lie in one another: the text from one place to another is cut where one starts or ends.
// `held` are in the order of their starts, `longest` is the length of the longest.
function marked(text, held, longest, from, until) {
  let first = 0;
  for (let last = held.length; first < last;) {
    const middle = (first + last) >> 1;
    if (held[middle].start < from - longest) first = middle + 1;
    else last = middle;
  }
  const here = [];
  for (let n = first; n < held.length && held[n].start < until; n += 1) if (held[n].end > from) here.push(held[n]);
  if (here.length === 0) return [text.slice(from, until)];
  const places = [...new Set(here.flatMap(({start, end}) => [Math.max(start, from), Math.min(end, until)]))].sort((a, b) => a - b);
  const parts = [];
  let done = from;
  for (const place of [...places, until]) {
    if (place > done) parts.push(piece(text.slice(done, place), here.filter(({start, end}) => start <= done && end >= place), done));
    done = place;
  }
  return parts;
}

function piece(words, over, start) {
  if (over.length === 0) return words;
  const gravest = over.reduce((a, b) => (b.standing < a.standing ? b : a));
  const {name, sign, meaning} = STANDING[gravest.standing];
  const what = over.map((claim) => `${say(claim.subject)}${claim.term ? '' : `, ${say(claim.attribute)}`}`).join('; ');
  return make('a', {class: `claim ${name}`, href: leading(gravest), title: `${what}: ${meaning}`, 'aria-label': `${words} (${what}: ${name})`, 'data-sign': sign, 'data-start': start}, words);
}

function claimRows(held, text) {
  let from = 0;
  const row = (claim) => {
    const {name, sign} = STANDING[claim.standing];
    const words = flat(text.slice(claim.start, claim.end));
    return [make('td', {}, placeOf(claim)), make('a', {href: leading(claim)}, words),
      `${say(claim.subject)}, ${say(claim.attribute)}${claim.remarks && `, ${claim.remarks}`}`, make('td', {class: name}, `${sign} `, name)];
  };
  const heads = ['place', 'value', 'of what', 'standing'];
  const next = () => table('Claims of this source', heads, held.slice(from, from + CLAIMS_PER_PAGE).map(row));
  const shown = next();
  const more = make('button', {type: 'button', hidden: held.length <= CLAIMS_PER_PAGE}, 'more claims');
  more.addEventListener('click', () => {
    from += CLAIMS_PER_PAGE;
    shown.querySelector('tbody').append(...next().querySelectorAll('tbody tr'));
    more.hidden = from + CLAIMS_PER_PAGE >= held.length;
  });
  return [shown, more];
}

// A text as its format shows it: the pages of a document and the slides of a presentation apart, rows of cells as tables.
function leaves(number, text, held) {
  const {divisions = [], rows} = DATA.sources[number];
  const longest = held.reduce((most, {start, end}) => Math.max(most, end - start), 0);
  const words = (from, until) => marked(text, held, longest, from, until);
  const starts = divisions.length > 0 && divisions[0][0] > 0 ? [[0, ''], ...divisions] : divisions.length > 0 ? divisions : [[0, '']];
  return starts.map(([from, name], n) => {
    const until = n + 1 < starts.length ? starts[n + 1][0] : text.length;
    let tables = 0;
    const parts = (rows === 'comma' ? separated : rows === 'bar' ? barred : plainly)(text, from, until)
      .map((part) => (Array.isArray(part.rows) ? grid(part.rows, words, `Table ${tables += 1}${name && ` on ${name}`}`) : make('pre', {class: rows === 'bar' ? 'prose' : ''}, words(part.from, part.until))));
    return make('section', {class: name ? 'leaf' : ''}, name && make('h4', {class: 'division'}, name), parts);
  });
}

const plainly = (text, from, until) => (text.slice(from, until).trim() ? [{from, until}] : []);

// Lines with bars that stand together are the rows of a table; what stands between them is text.
function barred(text, from, until) {
  const parts = [];
  let rows = [];
  let [plain, at] = [from, from];
  const flush = () => {
    if (rows.length > 1) {
      parts.push(...plainly(text, plain, rows[0][0][0]), {rows});
      plain = at;
    }
    rows = [];
  };
  while (at < until) {
    const end = text.indexOf('\n', at);
    const last = end < 0 || end > until ? until : end;
    if (/ \|( |$)/.test(text.slice(at, last))) rows.push(cellsOf(text, at, last, /\s?\|\s?/g));
    else flush();
    at = Math.min(until, last + 1);
  }
  flush();
  return [...parts, ...plainly(text, plain, until)];
}

function cellsOf(text, from, until, between) {
  const cells = [];
  let at = from;
  for (const {index, 0: sign} of text.slice(from, until).matchAll(between)) {
    cells.push([at, from + index]);
    at = from + index + sign.length;
  }
  return [...cells, [at, until]];
}

// Values between separators, some of them in quotation marks; the separator is the one that the first line has most of.
function separated(text, from, until) {
  const head = text.slice(from, until).split('\n', 1)[0];
  const sign = [',', ';', '\t', '|'].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best));
  const rows = [];
  let row = [];
  let [start, quoted] = [from, false];
  const close = (at) => row.push(text[start] === '"' && text[at - 1] === '"' && at - start > 1 ? [start + 1, at - 1] : [start, at]);
  for (let at = from; at <= until; at += 1) {
    const char = at < until ? text[at] : '\n';
    if (char === '"' && at < until) quoted = !quoted;
    if ((char !== sign && char !== '\n') || (quoted && at < until)) continue;
    close(at);
    start = at + 1;
    if (char !== '\n') continue;
    if (row.some(([a, b]) => b > a)) rows.push(row);
    row = [];
  }
  return [{rows}];
}

function grid(rows, words, label) {
  return make('div', {class: 'wide', role: 'region', 'aria-label': label, tabindex: '0'}, make('table', {class: 'grid'}, make('tbody', {},
    rows.map((cells) => make('tr', {}, cells.map(([from, until]) => make('td', {}, words(from, until))))))));
}

const pagesDrawn = new Set();

function drawText(number) {
  const section = byId(`text=${sourceName(number)}`);
  for (const other of document.querySelectorAll('section.text.open')) other.classList.remove('open');
  section.classList.add('open');
  if (!pagesDrawn.has(number)) {
    pagesDrawn.add(number);
    const text = textOf(number);
    const held = claimsOf(number).filter((claim) => claim.start >= 0).sort((a, b) => a.start - b.start || b.end - a.end);
    const stated = held.filter((claim) => !claim.term);
    const pre = section.querySelector('pre');
    if (pre) {
      const body = make('div', {class: 'body', tabindex: '0', role: 'region', 'aria-label': `Text of ${sourceName(number)}`}, leaves(number, text, held));
      const listed = make('details', {}, make('summary', {}, many(stated.length, 'claim')));
      listed.addEventListener('toggle', () => listed.open && listed.children.length === 1 && listed.append(...claimRows(stated, text)));
      listed.open = stated.length > 0 && matchMedia('(min-width: 70rem)').matches;
      pre.replaceWith(make('div', {class: 'side-by-side'}, body, listed));
      section.querySelector('.side-by-side').before(legend(new Set(held.map(({standing}) => standing))));
    }
  }
  section.querySelector('.here')?.classList.remove('here');
  const mark = state.at && section.querySelector(`[data-start="${parseInt(state.at, 10) || 0}"]`);
  if (mark) mark.classList.add('here');
  (mark || byId('texts')).scrollIntoView({block: mark ? 'center' : 'start'});
  if (mark) mark.focus({preventScroll: true});
}

function legend(met) {
  return make('p', {class: 'legend'}, STANDING.filter((_, number) => met.has(number)).map(({name, sign, meaning}) => [make('span', {}, make('b', {class: `cell ${name}`}, sign), ` ${meaning}`), ' ']));
}
