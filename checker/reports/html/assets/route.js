// What is shown stands in the address behind #, so that a link says it all: #rule=once-only&severity=error
const FILTERS = ['status', 'severity', 'rule', 'subject', 'source', 'attribute'];
const PLACES = ['finding', 'text', 'at', 'page'];

function parsed(hash) {
  const state = {};
  for (const part of hash.replace(/^#/, '').split('&')) {
    const [name, ...rest] = part.split('=');
    if (!FILTERS.includes(name) && !PLACES.includes(name)) continue;
    try {
      state[name] = decodeURIComponent(rest.join('='));
    } catch {
      state[name] = rest.join('=');
    }
  }
  return state;
}

function address(state) {
  const said = [...FILTERS, ...PLACES].filter((name) => state[name]);
  return `#${said.map((name) => `${name}=${encodeURIComponent(state[name])}`).join('&')}`;
}

let state = parsed(location.hash);
const go = (changes) => { location.hash = address({...state, page: '', finding: '', text: '', at: '', ...changes}); };

const sourceName = (number) => DATA.sources[number].id;

// The numbers of the names that are what was asked for, or hold it where none is; null where nothing was asked for.
function named(names, asked) {
  if (!asked) return null;
  const exact = names.indexOf(asked);
  if (exact >= 0) return new Set([exact]);
  const folded = asked.toLowerCase();
  return new Set(names.flatMap((name, number) => (name.toLowerCase().includes(folded) ? [number] : [])));
}

const SOURCE_NAMES = DATA.sources.map(({id}) => id);
let asked = {};
const ask = () => {
  asked = {source: named(SOURCE_NAMES, state.source), subject: named(DATA.strings, state.subject), attribute: named(DATA.strings, state.attribute)};
};
const meets = (numbers, wanted) => wanted === null || [...numbers].some((number) => wanted.has(number));

const meetsAsked = ({sources, subjects, attributes}) => meets(sources, asked.source) && meets(subjects, asked.subject) && meets(attributes, asked.attribute);

function matches(finding) {
  const status = state.status || 'open';
  return (status === 'any' || finding.status === status)
    && (!state.severity || finding.severity === state.severity)
    && (!state.rule || finding.rule === state.rule)
    && meetsAsked(finding);
}
