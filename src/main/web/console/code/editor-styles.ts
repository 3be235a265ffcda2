import { css } from 'lit';

/** What the editor looks like; its colors are the page's. */
export const editorStyles = css`
  /* Code reads from left to right, whatever the page does. */
  :host {
    direction: ltr;
  }

  .cm-editor.cm-editor {
    max-height: 480px;
    outline: none;
  }

  .cm-editor.cm-editor .cm-scroller {
    font-family: var(--mono);
    font-size: 13px;
    line-height: 20px;
  }

  .cm-editor.cm-editor .cm-content,
  .cm-editor.cm-editor .cm-gutter {
    min-height: var(--least-height, 132px);
  }

  .cm-editor.cm-editor .cm-gutters {
    background: var(--sunken);
    border-inline-end: 1px solid var(--line);
    color: var(--quiet);
  }

  .cm-editor.cm-editor .cm-content {
    caret-color: var(--text);
  }

  .cm-editor.cm-editor .cm-cursor {
    border-left-color: var(--text);
  }

  .cm-editor.cm-editor .cm-activeLine,
  .cm-editor.cm-editor .cm-activeLineGutter {
    background: none;
  }

  .cm-editor.cm-focused .cm-activeLine {
    background: color-mix(in srgb, var(--accent) 6%, transparent);
  }

  .cm-editor.cm-editor .cm-selectionBackground,
  .cm-editor.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground {
    background: color-mix(in srgb, var(--accent) 26%, transparent);
  }

  .cm-editor.cm-editor .cm-tag {
    background: color-mix(in srgb, var(--accent) 12%, transparent);
    border-radius: 4px;
    color: var(--accent);
  }

  .cm-editor.cm-editor .cm-tag span {
    color: inherit;
  }

  .cm-editor.cm-editor .cm-line.cm-faulty {
    background: var(--bad-soft);
    box-shadow: inset 3px 0 var(--bad);
  }

  .cm-editor.cm-editor .cm-fault,
  .cm-editor.cm-editor .cm-remark {
    text-decoration: underline wavy var(--bad);
    text-underline-offset: 3px;
  }

  .cm-editor.cm-editor .cm-remark {
    text-decoration-color: var(--warn);
  }

  .cm-tooltip.cm-tooltip-autocomplete {
    background: var(--raised);
    border: 1px solid var(--line);
    border-radius: 10px;
    box-shadow: var(--shadow);
    color: var(--text);
    max-width: min(420px, 92vw);
    overflow: hidden;
    padding: 4px;
  }

  .cm-tooltip.cm-tooltip-autocomplete > ul {
    font-family: var(--mono);
    font-size: 13px;
    max-height: 220px;
    max-width: 100%;
    min-width: 0;
  }

  .cm-tooltip.cm-tooltip-autocomplete > ul > li {
    border-radius: 6px;
    padding: 3px 8px;
  }

  .cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected] {
    background: var(--selected);
    color: var(--text);
  }

  .cm-completionMatchedText.cm-completionMatchedText {
    font-weight: 600;
    text-decoration: none;
  }

  .cm-completionDetail.cm-completionDetail {
    color: var(--quiet);
    font-family: var(--sans, inherit);
    font-size: 12px;
    font-style: normal;
    margin-inline-start: 12px;
  }
`;
