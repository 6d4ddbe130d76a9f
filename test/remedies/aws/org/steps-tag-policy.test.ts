import guidance from '../../../../remedies/aws/org/steps-tag-policy.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
