import { aws } from './aws/catalog.ts';

/** Every kind of every cloud, joined: what checks may name. */
export const catalog = { ...aws };

export type Catalogue = typeof catalog;
