import type { Tags } from '../../../domain/check.ts';

/** What people call a thing that has only an id: `db-1 (i-0abc)` where a tag names it. */
export const nameOf = (tags: Tags, id: string): string => (tags['Name'] ? `${tags['Name']} (${id})` : id);
