import type { Unknown, UnknownReason } from './collected.ts';

/** The configuration cannot be used; `problems` names each key, its line and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];
  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.problems = problems;
  }
}

/** A cloud did not answer. Carries the reason that coverage shows, and the permission that was missing. */
export class CloudError extends Error {
  override readonly name = 'CloudError';
  readonly reason: UnknownReason;
  readonly permission: string | undefined;
  constructor(reason: UnknownReason, message: string, permission?: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    this.permission = permission;
  }
}

/** A derived fact could not be decided because a fact that it needs is unknown: that reason is passed on. */
export class NotKnown extends Error {
  override readonly name = 'NotKnown';
  readonly why: Unknown;
  constructor(why: Unknown) {
    super(why.message);
    this.why = why;
  }
}

/** The store broke a promise (disk full, corrupt file, migration of a newer version). */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** The scan was cancelled by a person or by the process ending. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}
