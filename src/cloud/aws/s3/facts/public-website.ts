import { fromFacts, knownValue } from '../../collect.ts';
import type { Bucket } from '../bucket-subject.ts';
import type { Open } from './exposure.ts';
import type { Website } from './website.ts';

/** The website and whether strangers get its pages; `null` when there is none, whatever else is unknown. */
export const publicWebsite = fromFacts(
  ['website', 'publicRead'],
  ({ website, publicRead }, _bucket: Bucket) => {
    const site = knownValue<Website | null>(website);
    if (site === null) return null;
    return { ...site, public: site.servesObjects && knownValue<Open>(publicRead).public };
  },
);
