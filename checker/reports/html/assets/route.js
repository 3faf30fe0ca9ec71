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

function has(numbers, known, asked) {
  const folded = asked.toLowerCase();
  const exact = [...numbers].some((number) => known(number) === asked);
  return exact || [...numbers].some((number) => known(number).toLowerCase().includes(folded));
}

const sourceName = (number) => DATA.sources[number].id;

function matches(finding) {
  const status = state.status || 'open';
  return (status === 'any' || finding.status === status)
    && (!state.severity || finding.severity === state.severity)
    && (!state.rule || finding.rule === state.rule)
    && (!state.source || has(finding.sources, sourceName, state.source))
    && (!state.subject || has(finding.subjects, say, state.subject))
    && (!state.attribute || has(finding.attributes, say, state.attribute));
}
