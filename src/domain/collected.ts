/** Why something is not known. `cancelled` never reaches a finding: the scan that was cancelled ends without a verdict. */
export type UnknownReason = 'denied' | 'throttled' | 'failed' | 'unsupported' | 'notRecorded';

export interface Unknown {
  readonly known: false;
  readonly reason: UnknownReason;
  /** One sentence for people; never holds an object key or a secret. */
  readonly message: string;
  /** The IAM action that was missing, where the cloud refused one. */
  readonly permission?: string;
}

/** Not knowing is a value: an answer, or the reason for having none. */
export type Collected<V> = { readonly known: true; readonly value: V } | Unknown;

export const known = <V>(value: V): Collected<V> => ({ known: true, value });

export const unknown = (reason: UnknownReason, message: string, permission?: string): Unknown =>
  permission === undefined
    ? { known: false, reason, message }
    : { known: false, reason, message, permission };
