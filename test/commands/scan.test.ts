import { expect } from 'vitest';
import command from '../../commands/scan.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    { name: 'everything', says: 'scan', expect: /Scan S-2 of everything has begun/ },
    {
      name: 'a part',
      says: 'scan account:production service:s3,iam',
      expect: /account production, service s3 and iam/,
    },
    {
      name: 'a service that nothing asks about',
      says: 'scan service:s4',
      expect: /No check asks about a service “s4”/,
    },
    {
      name: 'while one runs',
      says: 'scan',
      samples: { running: true },
      expect: /already running. “scan cancel” ends it/,
    },
    {
      name: 'cancelled',
      says: 'scan cancel',
      samples: { running: true },
      expect: /S-2 of everything was cancelled.*kept/s,
    },
    { name: 'nothing to cancel', says: 'scan cancel', expect: /No scan is running/ },
    { name: 'a slip of the tongue', says: 'scan cancle', expect: /Did you mean “scan cancel”/ },
    {
      name: 'started once for a delivery heard twice',
      says: 'scan',
      over: { key: 'again' },
      expect: async ({ ears, services }) => {
        const { event } = await import('../kit/test-command.ts');
        const { people } = await import('../kit/sample-people.ts');
        const second = await ears.hear(event('scan', people.ann, { key: 'again' }));
        expect(second.blocks).toEqual([]);
        expect(services.done).toEqual(['scan by Ann']);
      },
    },
  ],
});
