import { html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { CustomAction } from '../api/contract';
import { type OfferedPreset, PRESETS } from '../presets/presets';
import { addIcon, secretIcon, uploadIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { queryOf, type Route } from '../ui/route';
import { words } from '../words/spoken';

/** Presets that a newcomer sees; the form has all. */
const SHOWN = 8;

/** What stands beside the list while no action is chosen: ways to begin. */
export class StartPage extends PlainElement {
  @property({ attribute: false }) actions: readonly CustomAction[] = [];
  @property({ attribute: false }) isReadOnly = true;
  @property({ attribute: false }) go: (route: Route) => void = () => {};

  protected override render(): unknown {
    if (this.isReadOnly) {
      return html`<p class="idle-text">${this.actions.length > 0 ? words.app.chooseToTry : words.app.noneYet}</p>`;
    }
    return html`<div class="start">
      <h2 class="start-title">${this.actions.length > 0 ? words.app.chooseOrMake : words.app.makeFirst}</h2>
      <p class="lead">${words.app.actionMeans}</p>
      <div class="start-ways">
        ${this.way({ page: 'new' }, addIcon(), words.common.newAction, words.app.emptyForm)}
        ${this.way({ page: 'new', start: 'curl' }, html`<code aria-hidden="true">$_</code>`, words.common.fromCurl, words.app.pasteCommand)}
        ${this.way({ page: 'transfer' }, uploadIcon(), words.common.import, words.app.takeOver)}
        ${this.actions.length > 0 ? this.way({ page: 'secrets' }, secretIcon(), words.common.secrets, words.app.sharedTokens) : nothing}
      </div>
      <h3 class="section-title">${words.app.fromApi}</h3>
      <ul class="start-presets" role="list">
        ${PRESETS.slice(0, SHOWN).map((preset) => html`<li>${this.preset(preset)}</li>`)}
      </ul>
    </div>`;
  }

  private way(route: Route, icon: unknown, name: string, meaning: string): unknown {
    return html`<a class="start-way" href=${queryOf(route)} @click=${this.opening(route)}>
      <span class="tile">${icon}</span>
      <span class="type-text"><span class="type-name">${name}</span><span class="type-meaning">${meaning}</span></span>
    </a>`;
  }

  private preset({ slug, title }: OfferedPreset): unknown {
    const route: Route = { page: 'new', start: slug };
    return html`<a class="start-preset" data-start=${slug} href=${queryOf(route)} @click=${this.opening(route)}
      >${title}</a
    >`;
  }

  /** A link, so that it can be opened in another tab. */
  private opening(route: Route): (event: MouseEvent) => void {
    return (event) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.go(route);
      }
    };
  }
}
