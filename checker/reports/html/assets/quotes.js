// A sentence with its values marked, and a little of what stands around it.
const AROUND = 200;
const LONGEST = 700;

function lastSentence(text) {
  const paragraph = text.slice(text.lastIndexOf('\n\n') + 1).replace(/^\s+/, '');
  const ends = [...paragraph.trimEnd().matchAll(/[.!?]["')\]”’]*\s+/g)];
  const end = ends.at(-1);
  if (end) return paragraph.slice(end.index + end[0].length);
  return text.length < AROUND || paragraph.length < AROUND / 2 ? paragraph : `… ${paragraph.slice(paragraph.indexOf(' ') + 1)}`;
}

function firstSentence(text) {
  const paragraph = text.replace(/^\s*?(?=\S|\n\n)/, '').split('\n\n', 1)[0];
  const end = paragraph.search(/[.!?]["')\]”’]*(\s|$)/);
  if (end >= 0) return paragraph.slice(0, end + 1);
  return text.length < AROUND || paragraph.length < AROUND / 2 ? paragraph : `${paragraph.slice(0, paragraph.lastIndexOf(' '))} …`;
}

const flat = (text) => text.replace(/\s+/g, ' ');

// `held` are claims of one sentence. A sentence too long to read is cut around the first value.
function quote(held) {
  const text = textOf(held[0].source);
  const [{first, last}] = held;
  const spans = held.map(({start, end}) => [start, end]).sort((a, b) => a[0] - b[0]);
  const from = Math.max(first, spans[0][0] - LONGEST / 2);
  const until = Math.min(last, Math.max(spans[0][1], from + LONGEST));
  const parts = [from > first ? '… ' : ''];
  let at = from;
  for (const [start, end] of spans) {
    if (start < at || end > until) continue;
    parts.push(flat(text.slice(at, start)), make('mark', {}, flat(text.slice(start, end))));
    at = end;
  }
  parts.push(flat(text.slice(at, until)), until < last ? ' …' : '');
  const before = from > first ? '' : flat(lastSentence(text.slice(Math.max(0, first - AROUND), first)));
  const after = until < last ? '' : flat(firstSentence(text.slice(last, last + AROUND)));
  return make('blockquote', {},
    before.trim() && [make('span', {class: 'around'}, before.trim()), ' '], make('span', {}, parts), after.trim() && [' ', make('span', {class: 'around'}, after.trim())]);
}

function origin(held) {
  const [claim] = held;
  const source = DATA.sources[claim.source];
  const facts = [source.published && `(${source.published})`, source.authority && `authority ${source.authority}`, [...new Set(held.map(({remarks}) => remarks))].filter(Boolean).join('; ')];
  const link = address({text: source.id, at: claim.start < 0 ? '' : claim.start});
  return make('figcaption', {}, make('a', {href: link}, `${source.id}, ${placeOf(claim)}`),
    facts.filter(Boolean).map((fact) => [' ', make('span', {}, fact)]));
}

function bySentence(numbers) {
  const groups = new Map();
  for (const number of numbers) {
    const claim = claims[number];
    const key = claim.start < 0 ? `${number}` : `${claim.source}:${claim.first}:${claim.last}`;
    groups.set(key, [...(groups.get(key) || []), claim]);
  }
  return [...groups.values()];
}

function figure(held) {
  return make('figure', {}, held[0].start >= 0 && quote(held), origin(held));
}
