export { Room } from '#live/room.ts';
export default {}
