import type { ExecutionResult, Input, Sent } from '../../embed/contract';
import type { FieldError } from '../../shared/envelope';

/** The part of the API that the console uses, as the service spells it. */

export type ActionType = 'webhook' | 'url' | 'javascript';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Configs as managers read them. Others read none but whether a link opens in a new tab. */
export interface WebhookConfig {
  readonly url?: string;
  readonly method?: Method;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly send_body?: boolean;
  readonly auth?: AuthConfig;
  readonly signing_secret?: string;
  readonly signature?: SignatureConfig;
  readonly timeout_seconds?: number | string;
  readonly follow_redirects?: boolean;
  readonly background?: boolean;
  readonly success_when?: string;
  readonly result?: ResultConfig;
}

/** What an agent sees of a webhook's answer. */
export interface ResultConfig {
  readonly toast?: string;
  readonly failure?: string;
  readonly clipboard?: string;
  readonly url?: string;
}

/** How a webhook says who calls; each type has fields of its own. */
export interface AuthConfig {
  readonly type?: string;
  readonly username?: string;
  readonly password?: string;
  readonly token_url?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly scope?: string;
  readonly audience?: string;
  readonly client_auth?: string;
}

/** A header that signs the body. */
export interface SignatureConfig {
  readonly header?: string;
  readonly secret?: string;
  readonly algorithm?: string;
  readonly encoding?: string;
  readonly prefix?: string;
}

export interface UrlConfig {
  readonly url?: string;
  readonly open_in_new_tab?: boolean;
}

export interface JavaScriptConfig {
  readonly code?: string;
}

/** A config of each type. */
export type TypedConfig =
  | { readonly action_type: 'webhook'; readonly config: WebhookConfig }
  | { readonly action_type: 'url'; readonly config: UrlConfig }
  | { readonly action_type: 'javascript'; readonly config: JavaScriptConfig };

export type CustomAction = TypedConfig & {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly is_active: boolean;
  readonly display_order: number;
  /** RFC 3339, UTC. */
  readonly created_at: string;
  readonly updated_at: string;
} & Terms;

/** What holds before an action runs; what is empty is absent. */
export interface Terms {
  readonly inputs?: readonly Input[];
  readonly confirmation?: string;
  readonly visible_to?: { readonly roles?: readonly string[]; readonly tags?: readonly string[] };
}

/** What may be sent of an action. */
export type ActionInput = Partial<
  Pick<CustomAction, 'name' | 'icon' | 'is_active' | 'display_order' | 'action_type' | 'config'>
> &
  Terms;

export interface Contact {
  readonly id: string;
  readonly display_name: string;
  readonly phone_number: string;
}

/** What was accepted and will probably not do what its author meant. */
export interface Warned {
  readonly warnings?: readonly FieldError[];
}

/** What is wrong with a part of what is previewed, or will probably not do what its author meant. */
export interface PreviewWarning extends FieldError {
  /** Whether it cannot be saved like this. */
  readonly is_error?: boolean;
}

/** What a preview tells besides. */
export interface PreviewWarned {
  readonly warnings?: readonly PreviewWarning[];
}

/** What a preview can be made with besides. */
export interface PreviewSample extends Sent {
  /** What an upstream answers; JSON. */
  readonly response?: unknown;
}

/** What an agent would see of an answer. */
export interface ResultPreview {
  readonly success: boolean;
  readonly message: string;
  readonly toast?: { readonly message: string; readonly type: string };
  readonly url?: string;
  readonly clipboard?: string;
}

/** What a trial did. */
export type TrialResult = ExecutionResult & Warned & { readonly exchange?: Exchange };

export interface WebhookPreview extends PreviewWarned {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly unknown_variables: readonly string[];
  /** Of the sample answer, if there is one. */
  readonly result?: ResultPreview;
}

export interface UrlPreview extends PreviewWarned {
  readonly url: string;
  readonly open_in_new_tab?: boolean;
  readonly unknown_variables?: readonly string[];
}

export interface ScriptPreview extends PreviewWarned {
  readonly success: boolean;
  readonly message: string;
  readonly toast?: { readonly message: string; readonly type: string };
  readonly url?: string;
  readonly clipboard?: string;
  readonly data?: { readonly result?: unknown; readonly logs?: readonly string[] };
  readonly duration_ms?: number;
}

export interface Execution {
  readonly id: string;
  /** Null if what was tried was not saved. */
  readonly action_id?: string | null;
  /** The name it had then. */
  readonly action_name?: string | null;
  readonly action_type?: ActionType;
  readonly contact_id: string;
  readonly user_id: string;
  readonly user_name?: string | null;
  readonly success: boolean;
  readonly message: string;
  readonly outcome?: string | null;
  readonly http_status: number | null;
  readonly duration_ms: number | null;
  readonly trial?: boolean;
  /** How it stands in the background; absent or null for what was done at once. */
  readonly state?: string | null;
  readonly attempts?: number | null;
  readonly next_attempt_at?: string | null;
  readonly created_at: string;
  readonly exchange?: Exchange;
}

/** How an action was used in a number of days. Trials do not count. */
export interface ActionStats {
  readonly action_id: string;
  readonly executions: number;
  readonly failures: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly last_executed_at: string;
  /** The days in UTC with executions, the oldest first. */
  readonly daily: readonly DailyStats[];
}

export interface DailyStats {
  /** Such as 2026-03-04. */
  readonly date: string;
  readonly executions: number;
  readonly failures: number;
}

/** What a webhook sent and got back, without secrets. */
export interface Exchange {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
    readonly truncated: boolean;
  };
  readonly timing: Readonly<Record<'dns_ms' | 'connect_ms' | 'tls_ms' | 'first_byte_ms', number | null>> & {
    readonly total_ms: number;
  };
  readonly address?: string;
}

/** An action of a document; what it lacks stays as it is stored. */
export type DocumentAction = Readonly<Record<string, unknown>>;

/** What an export holds and an import takes. */
export interface ActionDocument {
  readonly format: string;
  readonly custom_actions: readonly DocumentAction[];
}

/** What an import did or would do: names of actions. */
export interface ImportReport extends Warned {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: readonly string[];
}

/** Who calls, and for whom. */
export interface Me {
  readonly user: Named;
  readonly organization: Named;
}

export interface Named {
  readonly id: string;
  readonly name?: string;
}

/** A named value that webhooks share. Nobody reads the value. */
export interface Secret {
  readonly name: string;
  readonly updated_at: string;
  /** How many actions use it. */
  readonly used_by: number;
}

/** A page of what was, newest first. */
export interface Page<T> {
  readonly entries: readonly T[];
  /** What leads to the next page; null on the last one. */
  readonly next: string | null;
}

/** Who changed what of an action, and when. */
export interface Change {
  readonly at: string;
  readonly user_id: string;
  readonly user_name?: string | null;
  readonly change: string;
  readonly fields?: readonly string[];
  /** What these fields were and are; absent if that is not kept any more. */
  readonly values?: readonly ChangedValue[];
}

/** A side is absent if the field was not there. Of secrets both say `replaced`. */
export interface ChangedValue {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export type { FieldError };

/** What stands for a secret that is not told; sent back, it keeps the stored value. */
export const MASK = '********';
