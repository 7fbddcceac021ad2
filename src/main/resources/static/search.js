// Suggestions below a search box: arrow keys walk through them, Escape and leaving close them. Without this file they
// are plain links, and without any script the form searches.
(() => {
  'use strict';

  const links = (list) => [...list.querySelectorAll('a')];
  const close = (list) => { list.replaceChildren(); };

  document.addEventListener('keydown', (event) => {
    const form = event.target.closest('[data-suggest]');
    if (!form) return;
    const input = form.querySelector('input[type="search"]');
    const list = form.querySelector('.suggest');
    const all = links(list);
    if (event.key === 'Escape' && all.length) {
      event.preventDefault();
      close(list);
      input.focus();
      return;
    }
    if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || !all.length) return;
    event.preventDefault();
    const at = all.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    if (at < 0) input.focus();
    else all[Math.min(at, all.length - 1)].focus();
  });

  document.addEventListener('focusout', (event) => {
    const form = event.target.closest('[data-suggest]');
    if (form && event.relatedTarget && !form.contains(event.relatedTarget)) close(form.querySelector('.suggest'));
  });
  document.addEventListener('click', (event) => {
    for (const form of document.querySelectorAll('[data-suggest]')) {
      if (!form.contains(event.target)) close(form.querySelector('.suggest'));
    }
  });

  // an answer that comes after the form was sent or the box was emptied is not shown
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (!event.detail.target.matches('.suggest')) return;
    const input = event.detail.target.closest('[data-suggest]').querySelector('input[type="search"]');
    if (!input.value.trim()) {
      event.detail.shouldSwap = false;
      close(event.detail.target);
    }
  });
})();
