import guidance from '../../../../remedies/aws/account/steps-security-contact.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
