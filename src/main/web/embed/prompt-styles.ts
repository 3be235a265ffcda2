import { css } from 'lit';

/** The dialog before an action runs; on phones a sheet at the lower edge. */
export const promptStyles = css`
  .prompt {
    background: var(--_background);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: var(--_shadow);
    color: var(--_color);
    font-weight: 400;
    max-height: min(100dvh - 32px, 720px);
    overflow-y: auto;
    overscroll-behavior: contain;
    scroll-padding-block: 16px 80px;
    padding: 0;
    width: min(440px, calc(100vw - 32px));
  }

  .picture {
    box-shadow: none;
    max-height: none;
    width: auto;
  }

  .prompt::backdrop {
    background: #0008;
  }

  .prompt-form {
    display: flex;
    flex-direction: column;
    gap: 16px;
    padding: 20px;
  }

  .prompt-title {
    font: inherit;
    font-size: 1.15em;
    font-weight: 600;
    margin: 0;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .prompt-question {
    margin: 0;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    white-space: pre-line;
  }

  .prompt-field {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
  }

  .prompt-field.inline {
    align-items: center;
    display: grid;
    gap: 4px 8px;
    grid-template-columns: auto 1fr;
  }

  .inline .complaint {
    grid-column: 1 / -1;
  }

  .field-label {
    font-weight: 500;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .required,
  .complaint {
    color: var(--_error);
  }

  .complaint {
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
  }

  .field-control {
    background: var(--_background);
    border: 1px solid var(--_quiet);
    border-radius: calc(var(--_radius) - 2px);
    color: inherit;
    font: inherit;
    min-height: var(--_height);
    min-width: 0;
    padding: 6px 10px;
    width: 100%;
  }

  textarea.field-control {
    resize: vertical;
  }

  .field-control[type='checkbox'] {
    accent-color: var(--_accent);
    height: 18px;
    min-height: 0;
    width: 18px;
  }

  .field-control[aria-invalid='true'] {
    border-color: var(--_error);
  }

  .field-control::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  /* In reach, however long the form is. */
  .prompt-buttons {
    background: var(--_background);
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
    justify-content: flex-end;
    margin: 0 -20px -20px;
    padding: 12px 20px 20px;
    position: sticky;
  }

  /* Texts run in their own direction and stand where the page's do. */
  .prompt:dir(rtl) :is(.prompt-title, .prompt-question, .field-label, .complaint) {
    text-align: right;
  }

  .button.primary {
    background: var(--_accent);
    border-color: var(--_accent);
    color: light-dark(#ffffff, #10151b);
  }

  @media (max-width: 480px) {
    .prompt {
      border-end-end-radius: 0;
      border-end-start-radius: 0;
      border-width: 1px 0 0;
      margin: auto 0 0;
      max-height: 92dvh;
      max-width: none;
      width: 100%;
    }

    .prompt-buttons {
      padding-block-end: max(20px, env(safe-area-inset-bottom));
    }

    .prompt-buttons > * {
      flex: 1;
      justify-content: center;
    }

    /* Smaller text makes some phones zoom in. */
    .field-control {
      font-size: 16px;
    }
  }

  @media (pointer: coarse) {
    .field-control {
      min-height: 44px;
    }

    .field-control[type='checkbox'] {
      height: 24px;
      width: 24px;
    }
  }
`;
