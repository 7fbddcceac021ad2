// Forms: counts characters, reads amounts back, keeps what is typed while the server redraws.
(() => {
  'use strict';

  const note = (control, kind, words) => {
    const host = control.closest('.field, .form-part') || control.parentElement;
    let line = host.querySelector('.' + kind);
    if (!line) {
      if (!words) return null;
      line = document.createElement('p');
      line.className = kind;
      host.append(line);
    }
    line.textContent = words;
    return line;
  };

  const count = (control) => {
    const typed = [...control.value].length;
    const most = Number(control.dataset.count);
    const line = note(control, 'form-count', `已写 ${typed} 字，最多 ${most} 字`);
    line.classList.toggle('over', typed > most);
  };

  const amount = (control) => {
    const plain = control.value.replace(/[,，\s]/g, '');
    const words = /^\d{1,13}(\.\d{1,2})?$/.test(plain)
      ? Number(plain).toLocaleString('zh-CN', { minimumFractionDigits: 2 }) + ' ' + control.dataset.money
      : '';
    note(control, 'form-amount', words);
  };

  const show = (within) => {
    within.querySelectorAll('textarea[data-count]').forEach(count);
    within.querySelectorAll('input[data-money]').forEach(amount);
  };

  // what was typed or chosen between sending a change and the redrawn form must survive the redrawing
  let since = new Map();
  const keep = (event) => {
    const control = event.target;
    if (!control.closest || !control.closest('#form-sections')) return;
    if (control.matches('textarea[data-count]')) count(control);
    if (control.matches('input[data-money]')) amount(control);
    if (control.id && control.type !== 'file') {
      since.set(control.id, { value: control.value, checked: control.checked });
    }
  };
  document.addEventListener('input', keep);
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.elt.closest('#form-sections')) since = new Map();
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    const sections = document.getElementById('form-sections');
    if (!sections || event.detail.target.id !== 'form-sections') return;
    const kept = since;
    since = new Map();
    for (const [id, state] of kept) {
      const control = document.getElementById(id);
      if (!control || (control.value === state.value && control.checked === state.checked)) continue;
      if (control.type === 'checkbox' || control.type === 'radio') control.checked = state.checked;
      else control.value = state.value;
      control.dispatchEvent(new Event('change', { bubbles: true }));
    }
    show(sections);
  });

  // a file that is too large is said at once, not after a long upload
  document.addEventListener('change', (event) => {
    const control = event.target;
    if (control.type !== 'file' || !control.dataset.most || !control.closest('#form-sections')) return;
    const large = [...control.files].filter((file) => file.size > Number(control.dataset.most));
    const line = note(control, 'field-error', large.length ? `“${large[0].name}”超过 20 MB，请压缩或拆分后重新上传。` : '');
    if (!large.length) return;
    line.setAttribute('role', 'alert');
    control.value = '';
    event.stopImmediatePropagation();
  }, true);

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => show(document));
  else show(document);
})();
