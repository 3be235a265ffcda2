import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/list.css';
import './styles/form.css';
import './styles/history.css';
import './styles/secrets.css';
import './styles/usage.css';
import './styles/code.css';
import './styles/parts.css';
import './styles/dialog.css';
import './styles/merge.css';
import './styles/trial.css';
import './styles/transfer.css';
import './styles/palette.css';
import { ConsoleApp } from './app/console-app';
import { StartPage } from './app/start-page';
import { CodeEditor } from './code/code-editor';
import { ActionForm } from './editor/action-form';
import { ActionPage } from './editor/action-page';
import { ActionTools } from './editor/action-tools';
import { AuthFields } from './editor/auth-fields';
import { CurlPanel } from './editor/curl-panel';
import { DeletedAction } from './editor/deleted-action';
import { HeaderRows } from './editor/header-rows';
import { InputRows } from './editor/input-rows';
import { LinkFields } from './editor/link-fields';
import { MergeDialog } from './editor/merge-dialog';
import { NewSecretFields } from './editor/new-secret-fields';
import { PresetPanel } from './editor/preset-panel';
import { PromptPicture } from './editor/prompt-picture';
import { ResultFields } from './editor/result-fields';
import { ScriptFields } from './editor/script-fields';
import { SecretInput } from './editor/secret-input';
import { SendingFields } from './editor/sending-fields';
import { SignatureFields } from './editor/signature-fields';
import { StartingPoints } from './editor/starting-points';
import { TemplateInput } from './editor/template-input';
import { TermsFields } from './editor/terms-fields';
import { VariableMenu } from './editor/variable-menu';
import { WebhookFields } from './editor/webhook-fields';
import { BackgroundTools } from './history/background-tools';
import { ChangeHistory } from './history/change-history';
import { ExecutionHistory } from './history/execution-history';
import { ExecutionRecord } from './history/execution-record';
import { ExecutionRows } from './history/execution-rows';
import { HistoryExport } from './history/history-export';
import { HistoryFilterFields } from './history/history-filter-fields';
import { HistoryPage } from './history/history-page';
import { RetryAll } from './history/retry-all';
import { ActionListPanel } from './list/action-list-panel';
import { CommandPalette } from './palette/command-palette';
import { ShortcutHelp } from './palette/shortcut-help';
import { CopyCurl } from './preview/copy-curl';
import { PreviewPane } from './preview/preview-pane';
import { SecretsPage } from './secrets/secrets-page';
import { SignInDialog } from './session/sign-in-dialog';
import { AnswerJson } from './trial/answer-json';
import { TrialPane } from './trial/trial-pane';
import { ExportPart } from './transfer/export-part';
import { ImportPart } from './transfer/import-part';
import { TransferPage } from './transfer/transfer-page';
import { ContactPicker } from './tryout/contact-picker';
import { TryOut } from './tryout/try-out';
import { ConfirmDialog } from './ui/confirm-dialog';
import { ConsoleNotices } from './ui/notices';
import { ActionUsage } from './usage/action-usage';
import { DayChart } from './usage/day-chart';
import { UsagePage } from './usage/usage-page';
import { speak } from './words/spoken';

const PARTS: Readonly<Record<string, CustomElementConstructor>> = {
  'console-action-form': ActionForm,
  'console-action-list': ActionListPanel,
  'console-action-page': ActionPage,
  'console-action-tools': ActionTools,
  'console-action-usage': ActionUsage,
  'console-answer-json': AnswerJson,
  'console-auth-fields': AuthFields,
  'console-background-tools': BackgroundTools,
  'console-change-history': ChangeHistory,
  'console-code-editor': CodeEditor,
  'console-command-palette': CommandPalette,
  'console-confirm-dialog': ConfirmDialog,
  'console-contact-picker': ContactPicker,
  'console-copy-curl': CopyCurl,
  'console-curl-panel': CurlPanel,
  'console-day-chart': DayChart,
  'console-deleted-action': DeletedAction,
  'console-execution-history': ExecutionHistory,
  'console-execution-record': ExecutionRecord,
  'console-execution-rows': ExecutionRows,
  'console-export': ExportPart,
  'console-header-rows': HeaderRows,
  'console-history': HistoryPage,
  'console-history-export': HistoryExport,
  'console-history-filters': HistoryFilterFields,
  'console-import': ImportPart,
  'console-input-rows': InputRows,
  'console-link-fields': LinkFields,
  'console-merge-dialog': MergeDialog,
  'console-new-secrets': NewSecretFields,
  'console-notices': ConsoleNotices,
  'console-preset-panel': PresetPanel,
  'console-preview-pane': PreviewPane,
  'console-prompt-picture': PromptPicture,
  'console-result-fields': ResultFields,
  'console-retry-all': RetryAll,
  'console-script-fields': ScriptFields,
  'console-secret-input': SecretInput,
  'console-secrets': SecretsPage,
  'console-sending-fields': SendingFields,
  'console-shortcut-help': ShortcutHelp,
  'console-sign-in': SignInDialog,
  'console-signature-fields': SignatureFields,
  'console-start': StartPage,
  'console-starting-points': StartingPoints,
  'console-template-input': TemplateInput,
  'console-terms-fields': TermsFields,
  'console-transfer': TransferPage,
  'console-trial-pane': TrialPane,
  'console-try-out': TryOut,
  'console-usage': UsagePage,
  'console-variable-menu': VariableMenu,
  'console-webhook-fields': WebhookFields,
  // Last, since it shows the others.
  'custom-actions-console': ConsoleApp,
};

speak(document.documentElement);
Object.entries(PARTS).forEach(([name, part]) => customElements.define(name, part));
