// Keys: j and k walk through the findings over page ends, ? says so; none acts while something is typed.
function step(by) {
  const articles = [...byId('list').querySelectorAll('article')];
  const here = articles.indexOf(document.activeElement?.closest('article'));
  const there = here < 0 ? (by > 0 ? 0 : articles.length - 1) : here + by;
  if (articles[there]) showFinding(there);
  else {
    byId('list').querySelector(`.pager button:${by > 0 ? 'last' : 'first'}-of-type:enabled`)?.click();
    if (by < 0 && here === 0) showFinding(byId('list').querySelectorAll('article').length - 1);
  }
}

function help() {
  const keys = [['j', 'next finding'], ['k', 'previous finding'], ['?', 'this list'], ['Esc', 'close it; from a source, back to the findings']];
  const close = make('button', {type: 'button'}, 'close');
  const dialog = make('dialog', {id: 'help', 'aria-labelledby': 'help-title'}, make('h2', {id: 'help-title'}, 'Keys'),
    make('dl', {}, keys.map(([key, does]) => [make('dt', {}, make('kbd', {}, key)), make('dd', {}, does)])), close);
  close.addEventListener('click', () => dialog.close());
  return dialog;
}

function listen() {
  byId('help-button').addEventListener('click', () => byId('help').showModal());
  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches?.('input, select, textarea');
    if (event.ctrlKey || event.metaKey || event.altKey || typing || byId('help').open) return;
    if (event.key === '?') byId('help').showModal();
    else if (event.key === 'Escape' && state.text) go({});
    else if ((event.key === 'j' || event.key === 'k') && !state.text) step(event.key === 'j' ? 1 : -1);
    else return;
    event.preventDefault();
  });
}
