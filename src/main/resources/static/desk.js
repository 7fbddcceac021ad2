// Keys for the work queue and small comforts of the staff's pages; everything works without this file.
(() => {
  'use strict';

  const rows = () => [...document.querySelectorAll('[data-row]')];
  let at = -1;

  const go = (to) => {
    const all = rows();
    if (all.length === 0) return;
    at = Math.max(0, Math.min(all.length - 1, to));
    all.forEach((row, i) => row.classList.toggle('is-at', i === at));
    all[at].querySelector('a').focus();
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest('input, textarea, select')) return;
    if (event.key === 'j') go(at + 1);
    else if (event.key === 'k') go(at - 1);
    else if (event.key === '/') {
      const search = document.querySelector('[data-search]');
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  // a filter that submits itself needs no button
  for (const select of document.querySelectorAll('[data-submit]')) {
    select.addEventListener('change', () => select.form.requestSubmit());
  }
  for (const button of document.querySelectorAll('[data-submitted]')) button.hidden = true;

  // a section's box opens its shared reason; a box without a reason says so before it is sent
  document.addEventListener('change', (event) => {
    const box = event.target.closest('[data-marks]');
    if (!box) return;
    const reason = document.getElementById(box.dataset.marks);
    if (reason && box.checked) reason.focus();
  });
  document.addEventListener('input', (event) => {
    const reason = event.target.closest('[data-ticks]');
    if (!reason || reason.value === '') return;
    const box = document.getElementById(reason.dataset.ticks);
    if (box) box.checked = true;
  });
})();
