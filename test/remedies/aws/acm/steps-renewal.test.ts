import guidance from '../../../../remedies/aws/acm/steps-renewal.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
