// Keys, live updates and small comforts. Every page works without this file.
(() => {
  'use strict';
  const $ = (selector, within = document) => within.querySelector(selector);
  const cards = () => [...document.querySelectorAll('#cards [data-card]')];
  const current = () => document.activeElement?.closest?.('[data-card]') ?? null;

  // --- moving and deciding by keys
  const go = card => {
    if (!card) return;
    card.focus({ preventScroll: true, focusVisible: true });
    card.scrollIntoView({ block: 'nearest' });
  };
  const step = by => {
    const all = cards();
    const at = all.indexOf(current());
    go(at < 0 ? all[by > 0 ? 0 : all.length - 1] : all[Math.min(Math.max(at + by, 0), all.length - 1)]);
  };
  const panel = (card, key) => {
    const details = card && $(`details[data-key="${key}"]`, card);
    if (!details) return;
    details.open = !details.open;
    (details.open ? $('.panel-body button, .panel-body input:not([type=hidden])', details) : card).focus();
  };
  const press = (card, selector) => card && $(selector, card)?.click();
  let lastDecided = null;

  const keys = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    c: () => press(current(), '[data-key="c"], .choice'),
    x: () => press(current(), '[data-key="x"]'),
    o: () => panel(current(), 'o'),
    d: () => panel(current(), 'd'),
    m: () => press(current(), '.more'),
    u: () => {
      const done = (lastDecided && document.getElementById(lastDecided)) || $('#cards [data-done]');
      press(done, '[data-key="u"]');
    },
    '?': () => $('#keys')?.showModal(),
    Escape: () => {
      const card = current();
      const open = card && $('details.panel[open]', card);
      if (open) { open.open = false; card.focus(); }
    },
  };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !$('#cards') || $('dialog[open]')) return;
    const typing = event.target.closest('input, textarea, select');
    if (typing && event.key !== 'Escape') return;
    // Arrows scroll the page until a card has been chosen.
    if (event.key.startsWith('Arrow') && !current()) return;
    const action = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!action) return;
    if (event.key !== 'Escape') event.preventDefault();
    action();
  });
  $('[data-keys-button]')?.addEventListener('click', () => $('#keys').showModal());

  // --- after a decision the focus goes on to the next card, and back on undo
  let next = null;
  document.addEventListener('htmx:beforeSwap', event => {
    const target = event.detail.target;
    if (!target?.matches?.('#cards [id^="proposal-"]')) return;
    const all = [...document.querySelectorAll('#cards > article')];
    const after = all.slice(all.indexOf(target) + 1).find(card => card.hasAttribute('data-card'));
    next = { id: target.id, after: after?.id, hadFocus: target.contains(document.activeElement) };
  });
  document.addEventListener('htmx:afterSettle', () => {
    if (!next) return;
    const { id, after, hadFocus } = next;
    next = null;
    const now = document.getElementById(id);
    if (now?.hasAttribute('data-done')) lastDecided = id;
    if (!hadFocus) return;
    const focus = now?.hasAttribute('data-card') ? now
      : (after && document.getElementById(after)) || cards().at(-1) || (now && $('button', now));
    focus?.focus({ preventScroll: true });
    focus?.scrollIntoView({ block: 'nearest' });
  });

  // --- live updates, only while the page is seen: browsers allow few connections per server
  const template = $('#live');
  let live = null;
  const connect = () => {
    if (!template || live || !window.htmx) return;
    live = template.content.firstElementChild.cloneNode(true);
    document.body.append(live);
    htmx.process(live);
  };
  const disconnect = () => {
    if (live) htmx.remove(live);
    live = null;
  };
  let hiding = 0;
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(disconnect, 20_000);
    else connect();
  });
  connect();
  window.addEventListener('pagehide', disconnect);
  window.addEventListener('pageshow', event => { if (event.persisted) connect(); });

  const trouble = $('#trouble');
  let failures = 0;
  document.addEventListener('htmx:sseError', () => { if (++failures > 1 && trouble) trouble.hidden = false; });
  document.addEventListener('htmx:sendError', () => { if (trouble) trouble.hidden = false; });
  const fine = () => { failures = 0; if (trouble) trouble.hidden = true; };
  document.addEventListener('htmx:sseOpen', fine);
  document.addEventListener('htmx:afterOnLoad', fine);

  // --- the count in the title
  const waiting = () => $('#waiting');
  new MutationObserver(() => {
    const count = waiting();
    const name = document.title.replace(/^\(\d+\+?\) /, '');
    document.title = count && !count.hidden ? `(${count.firstChild.textContent}) ${name}` : name;
  }).observe($('.tabs') ?? document.head, { childList: true, subtree: true });

  // --- comforts
  const offer = $('#offer-zone');
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (offer && zone && zone !== offer.dataset.zone) {
    offer.elements.zone.value = zone;
    $('[data-browser-zone]', offer).textContent = zone;
    offer.hidden = false;
  }
  document.querySelectorAll('[data-copy]').forEach(button => {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.previousElementSibling.value);
      button.textContent = 'Copied';
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
  });
  $('[data-security]')?.addEventListener('change', event => {
    const port = event.target.form.elements.port;
    if (port.value === '993' || port.value === '143') port.value = event.target.value === 'TLS' ? '993' : '143';
  });
})();
