import { css } from 'lit';

/** Notices in the lower corner of the window. */
export const toastStyles = css`
  .toasts {
    background: none;
    border: 0;
    color: inherit;
    inset: auto 16px 16px auto;
    margin: 0;
    overflow: visible;
    padding: 0;
    /* The page below can be used where there is no notice. */
    pointer-events: none;
    position: fixed;
    width: min(380px, calc(100vw - 32px));
  }

  .toasts:dir(rtl) {
    inset: auto auto 16px 16px;
  }

  /* There a dialog is a sheet, whose buttons are at the bottom. */
  @media (max-width: 480px) {
    .over-dialog .toasts,
    .over-dialog .toasts:dir(rtl) {
      inset: 16px 16px auto;
    }
  }

  .toasts:popover-open {
    display: flex;
    flex-direction: column;
    gap: 8px;
  }

  .toast {
    --_type: var(--_info);

    align-items: flex-start;
    animation: arrive 160ms ease-out;
    background: var(--_background);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_type);
    border-radius: var(--_radius);
    box-shadow: var(--_shadow);
    display: flex;
    gap: 10px;
    padding: 12px;
    pointer-events: auto;
  }

  .success {
    --_type: var(--_success);
  }

  .error {
    --_type: var(--_error);
  }

  .warning {
    --_type: var(--_warning);
  }

  .toast-icon {
    color: var(--_type);
    height: 20px;
    width: 20px;
  }

  .toast-text {
    flex: 1;
    font-weight: 400;
    min-width: 0;
  }

  .title {
    font-weight: 600;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .toast .spinner {
    color: var(--_type);
    height: 20px;
    width: 20px;
  }

  .again {
    margin-top: 8px;
  }

  .details {
    color: var(--_quiet);
    margin-top: 8px;
  }

  .details summary {
    cursor: pointer;
  }

  .details dl {
    display: grid;
    gap: 4px 12px;
    grid-template-columns: auto 1fr;
    margin: 6px 0 0;
    max-height: 30vh;
    overflow-y: auto;
  }

  .details dd {
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .copy-id {
    background: none;
    border: 0;
    color: var(--_accent);
    cursor: pointer;
    font: inherit;
    padding: 0;
    text-decoration: underline;
  }

  .message {
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .toast .message {
    max-height: 40vh;
    overflow-y: auto;
  }

  .link {
    color: var(--_accent);
    display: inline-block;
    font-weight: 500;
    margin-top: 6px;
  }

  .by-hand {
    align-items: flex-start;
    display: flex;
    gap: 8px;
    margin-top: 8px;
  }

  .field {
    background: var(--_hover);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) - 2px);
    color: inherit;
    flex: 1;
    font: inherit;
    min-width: 0;
    padding: 6px 8px;
    resize: none;
  }

  .dismiss {
    background: none;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_quiet);
    cursor: pointer;
    display: inline-flex;
    flex: none;
    margin: -4px;
    padding: 6px;
  }

  .dismiss:hover {
    background: var(--_hover);
    color: inherit;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .toast {
      animation: none;
    }
  }
`;
