import { ownAccount } from '../../../kit/test-remedy.ts';

export const arnOf = (name: string, region = 'us-east-1') =>
  `arn:aws:cloudtrail:${region}:${ownAccount}:trail/${name}`;

export const management = {
  ReadWriteType: 'All',
  IncludeManagementEvents: true,
  DataResources: [],
  ExcludeManagementEventSources: [],
};

/** A trail that is on in its own region, and records what AWS records unasked. */
export const trail = {
  logging: true,
  multiRegion: false,
  globalEvents: true,
  logBucket: 'trail-logs',
  selectors: { basic: [management] },
};

/** What the account is asked when no trail does anything. */
export const nothing = {
  apiRecording: { recording: [], stopped: ['main'] },
  everyRegionRecording: { trails: [], reads: 'none', writes: 'none' },
  objectReads: { missingRegions: ['us-east-1'], by: [], partly: [] },
  objectWrites: { missingRegions: ['us-east-1'], by: [], partly: [] },
};
