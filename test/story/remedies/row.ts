import type { Aws } from './account.ts';

/** One remedy, played from the finding to the undo: what is wrong, what the plan says, and what AWS tells at the end. */
export interface Row {
  readonly remedy: string;
  readonly check: string;
  /** Tells rows of one remedy apart. */
  readonly when?: string;
  /** What the person chose, where the remedy leaves a choice. */
  readonly choice?: string;
  /** Makes one resource that the check fails, over the plain SDK; answers its ARN as the bot knows it. */
  seed(aws: Aws): Promise<string>;
  /** What the plan would change, field by field, as `shown` writes it. */
  readonly change: readonly string[];
  readonly calls: readonly string[];
  /** The calls of the undo; null: it cannot be undone. */
  readonly undo: readonly string[] | null;
  /** All that AWS itself says of the resource, and of what could be changed along with it. */
  state(aws: Aws, resource: string): Promise<unknown>;
  /** Somebody else changes the very thing that the plan would change. */
  meddle(aws: Aws, resource: string): Promise<unknown>;
  /** Where the undo is partial: what of the start is not as it was, and how it is. */
  readonly differs?: (start: any) => unknown;
}

/** Rows that are played in one file, with what they need of the configuration. */
export interface Chapter {
  readonly title: string;
  readonly rows: readonly Row[];
  /** By remedy id. */
  readonly remedies?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Actions that AWS asks of the caller behind a call that names another: no call shows them. */
  readonly behind?: readonly string[];
  /** How far the bot's clock runs ahead of AWS's. */
  readonly daysAhead?: number;
}
