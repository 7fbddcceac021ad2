// An answer that is given while the page still fetches what the one before means is not lost with the exchange.
(() => {
  'use strict';

  let asked; // the answers as the last request carried them
  let late; // those given since

  const all = () => {
    const form = document.querySelector('#situation form');
    return form ? new FormData(form) : new FormData();
  };
  const values = (data, name) => data.getAll(name).join('\n');
  const ofGuide = (event) => event.detail.target && event.detail.target.id === 'guide';

  document.addEventListener('htmx:beforeRequest', (event) => {
    if (ofGuide(event)) asked = all();
  });

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (!ofGuide(event) || !asked) return;
    const now = all();
    late = [...new Set([...now.keys(), ...asked.keys()])]
      .filter((name) => name.startsWith('f.') && values(now, name) !== values(asked, name))
      .map((name) => [name, now.getAll(name)]);
  });

  document.addEventListener('htmx:afterSettle', () => {
    if (!late || !late.length) return;
    const given = late;
    late = undefined;
    let last;
    for (const [name, chosen] of given) {
      for (const control of document.querySelectorAll('#situation form [name]')) {
        if (control.name !== name) continue;
        if (control.type === 'radio' || control.type === 'checkbox') control.checked = chosen.includes(control.value);
        else control.value = chosen[0] || '';
        last = control;
      }
    }
    if (last) last.dispatchEvent(new Event('change', { bubbles: true }));
  });
})();
