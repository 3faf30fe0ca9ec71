// The list of findings: filters above, so many a page, each with all there is to know of it.
const PER_PAGE = 20;
const MOST_QUOTES = 3;
const MOST_OPTIONS = 500;
let shown = [];
let page = 0;

function position([value, groups, support], number) {
  const rest = groups.slice(MOST_QUOTES);
  const more = rest.length > 0 && make('details', {}, make('summary', {}, `${rest.length} more`));
  if (more) more.addEventListener('toggle', () => more.open && more.children.length === 1 && more.append(...rest.map(figure)));
  return make('div', {class: 'position', role: 'group', 'aria-label': value},
    make('h4', {}, number >= 0 && [chip(number), ' '], value), groups.slice(0, MOST_QUOTES).map(figure), more, say(support) && make('p', {class: 'support'}, say(support)));
}

// The values first, large, side by side.
function values(finding) {
  return make('p', {class: 'values'}, finding.p.map(([value], number) => [
    number > 0 && [make('span', {class: 'between'}, finding.b), ' '], make('span', {class: value.length > 24 ? 'value long' : 'value'}, chip(number), ' ', value), ' ']));
}

function sides(name, held) {
  return held.length > 0 && make('li', {}, `${name}: `, held.map(([source, value, words], n) => [n ? '; ' : '', `${source}: ${value} `, make('q', {}, words)]));
}

const STATES = {
  active: 'in force', changed: 'the values have changed since', ambiguous: 'may mean this conflict or another',
  expired: 'its last day is over', orphaned: 'what it names is gone', unused: 'not needed any more',
};

function decided(ruling) {
  const facts = [ruling.scope && `Both are true: ${ruling.scope}`, ruling.reason && `Reason: ${ruling.reason}`, ruling.expires && `Last day: ${ruling.expires}`];
  return make('li', {class: ruling.state}, make('b', {}, ruling.verdict), `, by ${ruling.by} on ${ruling.on} (${STATES[ruling.state]})`,
    make('ul', {}, facts.filter(Boolean).map((fact) => make('li', {}, fact)), sides('Then', ruling.left), sides('Then', ruling.right)));
}

async function copied(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'copied';
  } catch {
    getSelection().selectAllChildren(code);
    button.textContent = 'selected: copy it now';
  }
}

// The command that keeps a verdict; nothing is chosen before somebody chooses it.
function command(finding) {
  const names = finding.p.length === 2 ? ['left', 'right'] : finding.p.map((_, n) => String(n + 1));
  const ways = [
    ['', ''],
    ...finding.p.map(([value], n) => [`${value}: this is right`, `--verdict ${names[n]}`]),
    ['all are right, each within its scope', '--verdict both --scope "..."'],
    ['all are wrong', '--verdict both-wrong --reason "..."'],
    ['no conflict: they speak of different things', '--verdict not-same-fact'],
    ['no conflict: the text was read wrongly', '--verdict extraction-error'],
    ['leave it as it is until a day', '--verdict waived --reason "..." --expires YYYY-MM-DD'],
  ];
  const choice = make('select', {id: `verdict-${finding.k}`}, ways.map(([label, options]) => make('option', {value: options}, label.length > 80 ? `${label.slice(0, 79)}…` : label || 'choose a verdict')));
  const code = make('code', {});
  const button = make('button', {type: 'button'}, 'copy');
  const said = make('span', {class: 'said', hidden: true}, code, ' ', button);
  choice.addEventListener('change', () => {
    code.textContent = `check-claims decide ${finding.k} ${choice.value}`;
    button.textContent = 'copy';
    said.hidden = choice.value === '';
  });
  button.addEventListener('click', () => copied(code, button));
  return make('div', {class: 'command', role: 'group', 'aria-label': `Decide ${finding.k}`}, make('label', {for: choice.id}, 'Decide'), choice, said);
}

const gradeOf = (finding) => (finding.status === 'possible' ? 'possible' : finding.severity);

function facts(finding) {
  const verdict = !['open', 'possible'].includes(finding.status) && make('span', {class: 'status'}, finding.status === 'agree' ? 'agreement' : finding.status);
  return make('p', {class: 'facts'}, finding.status !== 'agree' && severity(gradeOf(finding)), finding.c && make('span', {}, `${finding.c}% sure`), verdict);
}

// The sum, where there is one, is shown; the rule and the other steps for those who ask.
function reasons(finding) {
  const steps = (finding.e || []).map(say);
  const sum = finding.b === 'against' && steps.at(-1)?.includes(' = ') && make('p', {class: 'sum'}, steps.at(-1));
  const said = steps.length > 0 && make('ol', {class: 'steps', 'aria-label': 'Why'}, steps.map((step) => make('li', {}, step)));
  return [sum, make('details', {class: 'how'}, make('summary', {}, 'How it was found'), said,
    make('p', {class: 'facts'}, make('span', {}, 'rule ', make('a', {href: address({rule: finding.rule})}, finding.rule)),
      make('span', {}, 'key ', make('a', {href: address({finding: finding.k})}, finding.k))))];
}

function body(finding) {
  return [
    finding.u ? figure(finding.u) : make('div', {class: 'positions'}, finding.p.map(position), finding.o && position(['also part of it', ...finding.o], -1)),
    finding.t && timeline(finding),
    ...reasons(finding),
    finding.d && make('div', {class: 'decisions', role: 'group', 'aria-label': 'Decisions'}, make('h4', {}, 'Decided'), make('ul', {}, finding.d.map(decided))),
    !['agree', 'possible'].includes(finding.status) && !finding.n && command(finding),
  ].filter(Boolean);
}

function card(finding) {
  return make('article', {class: `finding ${gradeOf(finding)}`, id: `finding=${finding.k}`, tabindex: '-1', 'aria-label': finding.m},
    facts(finding), !finding.n && values(finding), make('h3', {}, finding.m), body(finding));
}

const controls = {};

function control(name, label, options, free) {
  const field = free
    ? make('input', {type: 'search', id: `filter-${name}`, list: `known-${name}`, autocomplete: 'off'})
    : make('select', {id: `filter-${name}`}, options.map(([value, text]) => make('option', {value}, text)));
  field.addEventListener('change', () => go({[name]: field.value}));
  controls[name] = field;
  return make('div', {class: 'filter'}, make('label', {for: field.id}, label), field,
    free && make('datalist', {id: `known-${name}`}, options.slice(0, MOST_OPTIONS).map((value) => make('option', {value}))));
}

// Folded on a phone until a filter is set; the list begins on the first screen.
function filters() {
  const open = new Map();
  for (const finding of findings) open.set(finding.rule, (open.get(finding.rule) || 0) + 1);
  const names = (chosen) => [...new Set(findings.flatMap((finding) => [...finding[chosen]]))].map(say).sort();
  const reset = make('button', {type: 'button'}, 'clear');
  reset.addEventListener('click', () => { location.hash = '#'; });
  const form = make('form', {class: 'filters', role: 'search', 'aria-label': 'Filter the findings'},
    control('status', 'Status', [['', 'open'], ['possible', 'possible'], ['resolved', 'decided'], ['waived', 'waived'], ['baseline', 'baseline'], ['agree', 'agreements of several sources'], ['any', 'any']]),
    control('severity', 'Severity', [['', 'any'], ...DATA.severities.map((name) => [name, name])]),
    control('rule', 'Rule', [['', 'any'], ...[...open].sort().map(([name, count]) => [name, `${name} (${count})`])]),
    control('subject', 'Subject', names('subjects'), true), control('source', 'Source', DATA.sources.map(({id}) => id), true),
    control('attribute', 'Attribute', names('attributes'), true), reset);
  return make('details', {id: 'filter', open: matchMedia('(min-width: 60rem)').matches || FILTERS.some((name) => state[name])}, make('summary', {}, 'Filter'), form);
}

function listFindings() {
  const one = state.finding && findingByKey.get(state.finding);
  if (one && !matches(one)) {
    state = {status: 'any', finding: one.k};
    ask();
  }
  for (const [name, field] of Object.entries(controls)) field.value = state[name] || '';
  shown = findings.filter(matches);
  const pages = Math.max(1, Math.ceil(shown.length / PER_PAGE));
  page = one ? Math.floor(shown.indexOf(one) / PER_PAGE) : Math.min(Math.max(0, (parseInt(state.page, 10) || 1) - 1), pages - 1);
  drawPage();
  if (one) showFinding(shown.indexOf(one) - page * PER_PAGE);
  else if (state.finding) byId('count').textContent = `There is no finding ${state.finding} in this report.`;
}

function drawPage() {
  const pages = Math.ceil(shown.length / PER_PAGE);
  const turn = (to) => {
    state = {...state, page: String(to + 1), finding: ''};
    history.pushState(null, '', address(state));
    page = to;
    drawPage();
    showFinding(0);
  };
  byId('count').textContent = `${many(shown.length, 'finding')} of ${findings.length}`;
  const here = shown.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const none = shown.length === 0 && !FILTERS.some((name) => state[name]) && make('p', {}, 'No source contradicts another, as far as was checked.');
  byId('list').replaceChildren(...[none, ...here.map(card), pager(page, pages, 'findings', turn)].filter(Boolean));
  return pages;
}

function showFinding(index) {
  const article = byId('list').querySelectorAll('article')[index];
  if (!article) return;
  article.focus({preventScroll: true});
  article.scrollIntoView({block: 'start'});
}
