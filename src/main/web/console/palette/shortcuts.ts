import type { ReactiveController } from 'lit';
import { isTyping } from '../ui/typing';

/** What shortcuts do. */
export interface ShortcutTargets {
  search(): void;
  create(): void;
  save(): void;
  commands(): void;
  help(): void;
}

/** With the key that computers of Apple have for commands, or with Ctrl. */
const COMMANDS: Readonly<Record<string, keyof ShortcutTargets>> = { k: 'commands', s: 'save' };
/** Only where nothing is typed. */
const KEYS: Readonly<Record<string, keyof ShortcutTargets>> = { '/': 'search', n: 'create', '?': 'help' };

/** Does by keys what buttons do. */
export class Shortcuts implements ReactiveController {
  constructor(private readonly targets: ShortcutTargets) {}

  hostConnected(): void {
    // Before the editor of code, which has a meaning of its own for some of them.
    window.addEventListener('keydown', this.pressed, true);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.pressed, true);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const target = event.isComposing || event.repeat ? undefined : targetOf(event);
    if (!target || event.altKey) {
      return;
    }
    const isModal = document.querySelector('dialog:modal') !== null;
    if (!isModal) {
      event.preventDefault();
      event.stopPropagation();
      this.targets[target]();
    } else if (target === 'save' || target === 'commands') {
      // The browser's own meaning helps nobody here.
      event.preventDefault();
    }
  };
}

function targetOf(event: KeyboardEvent): keyof ShortcutTargets | undefined {
  if (IS_APPLE ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey) {
    return event.shiftKey ? undefined : COMMANDS[event.key.toLowerCase()];
  }
  return event.metaKey || event.ctrlKey || isTyping(event) ? undefined : KEYS[event.key];
}

const IS_APPLE = /Mac|iP(hone|ad)/.test(navigator.platform);

/** How the key for commands is written. */
export const COMMAND_KEY = IS_APPLE ? '⌘' : 'Ctrl';
