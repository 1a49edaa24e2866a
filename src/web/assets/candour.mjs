/*
 * Everything here is an extra: each page works without it. The design system gives focus to the error summary;
 * the exit link opens the neutral site over this page's place in the history, at once even where our answer is slow, takes
 * the other windows of this browser with it, and answers to Shift pressed three times. A page that a browser kept whole is asked for again before it shows.
 */
import { initAll } from 'nhsuk-frontend';

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
initAll();

const exit = document.querySelector('[data-candour-exit]');
if (exit) {
  const others = new BroadcastChannel('candour');
  const follow = () => {
    document.body.hidden = true;
    const away = () => location.replace(exit.dataset.candourExit);
    setTimeout(away, 700);
    fetch(exit.href, { redirect: 'manual', keepalive: true }).then(away, away);
  };
  const leave = () => {
    others.postMessage('leave');
    follow();
  };
  others.addEventListener('message', follow);
  addEventListener('pageshow', ({ persisted }) => {
    if (!persisted) return;
    document.body.hidden = true;
    location.reload();
  });
  exit.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener('keyup', (event) => {
    presses =
      event.key === 'Shift' ? [...presses, event.timeStamp].filter((at) => event.timeStamp - at < 5000) : [];
    if (presses.length >= 3) leave();
  });
}

addEventListener('beforeprint', () => {
  for (const closed of document.querySelectorAll('details:not([open])')) closed.open = true;
});
