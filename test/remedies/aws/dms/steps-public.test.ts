import guidance from '../../../../remedies/aws/dms/steps-public.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
