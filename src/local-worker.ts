import worker from './worker.ts';

export { Room } from './worker.ts';

export default worker;
