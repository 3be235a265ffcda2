import { html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ServiceError } from '../../shared/service-error';
import { asServiceError, isRefusal, sentenceOf } from '../api/failure';
import { restoreIcon } from '../ui/icons';
import { PlainElement } from '../ui/plain-element';
import { trouble } from '../ui/trouble';
import type { ConsoleServices } from './action-page';
import { backButton } from './back-button';
import { words } from '../words/spoken';

const ABSENT = words.common.noSuchAction;

/** What is left of an action that was deleted before this page knew it: what happened to it, and the way back. */
export class DeletedAction extends PlainElement {
  @property({ attribute: false }) console!: ConsoleServices;
  @property({ attribute: false }) actionId = '';

  /** Undefined until it is known. */
  @state() private wasThere: boolean | undefined;
  @state() private error: ServiceError | undefined;
  @state() private isRestoring = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('actionId')) {
      this.wasThere = undefined;
      void this.look();
    }
  }

  protected override render(): unknown {
    if (this.error) {
      return trouble(sentenceOf(this.error), () => void this.look());
    }
    if (this.wasThere === undefined) {
      return html`<div class="empty" role="status">${words.common.loading}</div>`;
    }
    if (!this.wasThere) {
      return trouble(ABSENT, () => this.console.leave(), words.common.back);
    }
    const { api } = this.console;
    return html`<header class="page-head">
        ${backButton(() => this.console.leave())}
        <div class="page-heading">
          <h2 class="page-title" tabindex="-1">${words.editor.deletedTitle}</h2>
          <p class="page-type">${words.editor.deletedText}</p>
        </div>
        <button
          class="button"
          type="button"
          data-restore
          ?disabled=${this.isRestoring}
          @click=${() => void this.restore()}
        >
          ${restoreIcon()}${words.editor.restore}
        </button>
      </header>
      <div class="page-body deleted-parts">
        <h3 class="section-title">${words.common.changes}</h3>
        <console-change-history .api=${api} .actionId=${this.actionId}></console-change-history>
        <h3 class="section-title">${words.common.history}</h3>
        <console-execution-history .api=${api} .actionId=${this.actionId}></console-execution-history>
      </div>`;
  }

  private async look(): Promise<void> {
    const id = this.actionId;
    this.error = undefined;
    try {
      const { entries } = await this.console.api.changes(id);
      this.become(id, entries.length > 0);
    } catch (error) {
      if (isRefusal(error, 404)) {
        this.become(id, false);
      } else {
        this.error = asServiceError(error);
      }
    }
  }

  private become(id: string, wasThere: boolean): void {
    if (id === this.actionId) {
      this.wasThere = wasThere;
    }
  }

  private async restore(): Promise<void> {
    this.isRestoring = true;
    await this.console.restore(this.actionId);
    this.isRestoring = false;
  }
}
