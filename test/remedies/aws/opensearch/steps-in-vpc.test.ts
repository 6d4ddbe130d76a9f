import guidance from '../../../../remedies/aws/opensearch/steps-in-vpc.ts';
import { testGuidance } from '../../../kit/test-remedy.ts';

testGuidance(guidance);
