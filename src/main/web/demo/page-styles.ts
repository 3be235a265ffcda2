import { css } from 'lit';

/** Colours that all parts of the page share, and what surrounds them. */
export const pageStyles = css`
  :root {
    --text: light-dark(#1f2328, #e6e8eb);
    --quiet: light-dark(#59636e, #9aa4af);
    --page: light-dark(#f3f5f7, #15181c);
    --panel: light-dark(#ffffff, #1c2026);
    --line: light-dark(#d8dee4, #343b44);
    --chosen: light-dark(#e3edfb, #22344d);
    --accent: light-dark(#0a5dc2, #74b0ff);
    --agent: light-dark(#0a5dc2, #1f4f8f);
    --customer: light-dark(#eaeef2, #2a3038);

    color: var(--text);
    color-scheme: light dark;
    font:
      15px/1.5 system-ui,
      sans-serif;
  }

  body {
    background: var(--page);
    margin: 0;
  }
`.styleSheet!;
