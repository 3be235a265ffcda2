import { css } from 'lit';

/** The toolbar and every button in it, in notices and beside errors. */
export const buttonStyles = css`
  .toolbar {
    --_more: var(--_height);

    display: flex;
    gap: var(--_gap);
    /* Room for the ring around the focused button, which the clipping would cut off. */
    margin: -4px;
    min-width: 0;
    overflow: clip;
    padding: 4px;
    position: relative;
  }

  .button,
  .item {
    align-items: center;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_color);
    cursor: pointer;
    display: inline-flex;
    flex: none;
    font: inherit;
    gap: 8px;
    max-width: min(100%, 280px);
    min-height: var(--_height);
    padding: 0 12px;
    transition:
      background-color 120ms,
      border-color 120ms;
  }

  .button .icon,
  .item .icon {
    color: var(--_quiet);
  }

  .button:hover,
  .item:hover {
    background: var(--_hover);
  }

  .button:hover .icon,
  .item:hover .icon,
  .item:focus .icon {
    color: var(--_accent);
  }

  .button:active {
    border-color: var(--_accent);
  }

  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 1px;
  }

  [aria-disabled='true'] {
    cursor: progress;
  }

  [aria-disabled='true'] .name {
    color: var(--_quiet);
  }

  .name {
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    white-space: nowrap;
  }

  /* The only one that there is room for, and not for all of it. */
  .cut {
    max-width: min(100% - var(--_more) - var(--_gap), 280px);
  }

  .more {
    justify-content: center;
    padding: 0;
    width: var(--_more);
  }

  /* Behind the menu's button, in the layout but out of sight: see overflow.ts. */
  .unseen {
    order: 1;
    visibility: hidden;
  }

  .unneeded {
    position: absolute;
    visibility: hidden;
  }

  .spinner {
    animation: turn 900ms linear infinite;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (pointer: coarse) {
    .button,
    .item {
      min-height: max(var(--_height), 44px);
    }

    .toolbar {
      --_more: max(var(--_height), 44px);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }

  @media (forced-colors: active) {
    .button .icon {
      color: inherit;
    }
  }
`;
