import type { Subject } from '../../../domain/catalog.ts';
import { CloudError } from '../../../domain/errors.ts';
import { fromAccount, fromFacts, knownValue, settable } from '../collect.ts';
import { type Detector, detectorIdOf, detectorIn } from './detector.ts';
import { type SeriousFindings, seriousFindings } from './serious-findings.ts';

type State = 'on' | 'suspended' | null;

/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const guardDutyRegionFacts = {
  guardDuty: fromAccount(
    ['guardduty:ListDetectors', 'guardduty:GetDetector'],
    (reader, { region }: Subject) => detectorIn(reader, region),
  ),
  /** `null`: the region has no detector. */
  guardDutyState: settable(
    fromFacts(['guardDuty'], (needs, _region: Subject): State => {
      const detector = knownValue<Detector | null>(needs['guardDuty']);
      return detector && (detector.on ? 'on' : 'suspended');
    }),
    {
      permissions: ['guardduty:ListDetectors', 'guardduty:CreateDetector', 'guardduty:UpdateDetector'],
      calls: ({ before }) => [before === null ? 'CreateDetector' : 'UpdateDetector'],
      resources: () => ['*'],
      // With a detector its findings would go: back to none, it is suspended, which costs as little.
      same: (a, b) => (a === 'on') === (b === 'on'),
      implies: (value, { guardDuty }) => ({
        guardDuty: value && {
          id: 'the detector',
          // GuardDuty turns its protection of S3 on with a new detector.
          s3: true,
          ...(guardDuty?.known ? guardDuty.value : {}),
          on: value === 'on',
        },
      }),
      async put(client, { region }, value) {
        const guardDuty = await client.service('guardDuty', region);
        const DetectorId = await detectorIdOf(guardDuty);
        if (DetectorId === null) {
          if (value === 'on') await guardDuty.createDetector({ Enable: true });
        } else await guardDuty.updateDetector({ DetectorId, Enable: value === 'on' });
      },
    },
  ),
  /** `null`: the region has no detector. */
  guardDutyS3: settable(
    fromFacts(
      ['guardDuty'],
      (needs, _region: Subject): boolean | null =>
        knownValue<Detector | null>(needs['guardDuty'])?.s3 ?? null,
    ),
    {
      permissions: ['guardduty:ListDetectors', 'guardduty:UpdateDetector'],
      calls: () => ['UpdateDetector'],
      resources: () => ['*'],
      implies: (value, { guardDuty }) =>
        guardDuty?.known && guardDuty.value ? { guardDuty: { ...guardDuty.value, s3: value === true } } : {},
      async put(client, { region }, value) {
        const guardDuty = await client.service('guardDuty', region);
        const DetectorId = await detectorIdOf(guardDuty);
        if (DetectorId === null || value === null)
          throw new CloudError('unsupported', 'the region has no detector');
        await guardDuty.updateDetector({
          DetectorId,
          Features: [{ Name: 'S3_DATA_EVENTS', Status: value ? 'ENABLED' : 'DISABLED' }],
        });
      },
    },
  ),
  /** `null`: GuardDuty is off here, so it finds nothing. */
  guardDutyFindings: fromFacts(
    ['guardDuty'],
    async (needs, { region }: Subject, reader): Promise<SeriousFindings | null> => {
      const detector = knownValue<Detector | null>(needs['guardDuty']);
      return detector?.on ? seriousFindings(reader, region, detector.id) : null;
    },
    ['guardduty:ListFindings', 'guardduty:GetFindings'],
  ),
} as const;
