import type { Subject } from '../../../domain/catalog.ts';

export interface Trail extends Subject {
  readonly name: string;
  readonly homeRegion: string;
  readonly logBucket: string;
  /** Under which its files lie in the bucket. */
  readonly logPrefix: string;
  readonly kmsKey: string | null;
  readonly validation: boolean;
  readonly logGroup: string | null;
}
