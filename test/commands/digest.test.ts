import command from '../../commands/digest.ts';
import { testCommand } from '../kit/test-command.ts';

testCommand(command, {
  rows: [
    {
      name: 'typical',
      says: 'digest',
      expect: /HIPAA digest of 20 November 2026.*4 findings are open.*98 percent.*The worst/s,
    },
    { name: 'of a week', says: 'digest now since:7d', expect: /New \(3\)/ },
    { name: 'of one account', says: 'digest account:research', expect: /1 finding is open: 1 medium/ },
    { name: 'too far back', says: 'digest since:100d', expect: /may not be more than 90 days/ },
    {
      name: 'unknown account',
      says: 'digest account:nowhere',
      expect: /No scanned account is called “nowhere”/,
    },
  ],
});
