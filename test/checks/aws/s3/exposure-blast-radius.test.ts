import check from '../../../../checks/aws/s3/exposure-blast-radius.ts';
import { testCheck } from '../../../kit/test-check.ts';

testCheck(check, {
  pass: [
    { name: 'closed', facts: { sizeAndObjects: null } },
    { name: 'open and empty', facts: { sizeAndObjects: { objects: 0, bytes: 0, measuredOn: '2026-11-19' } } },
  ],
  fail: [
    {
      name: 'one object',
      facts: { sizeAndObjects: { objects: 1, bytes: 2.5e9, measuredOn: '2026-11-19' } },
      because: /about 1 object, 2.50 GB in all \(measured on 2026-11-19\)/,
    },
    {
      name: 'never measured',
      facts: { sizeAndObjects: { objects: null, bytes: null, measuredOn: null } },
      because: /has not measured/,
    },
    {
      name: 'size unknown',
      facts: { sizeAndObjects: { objects: 7, bytes: null, measuredOn: '2026-11-19' } },
      because: /of unknown size/,
    },
  ],
});
