import type { Whisper } from '#lib/effects.ts';
import type { Room } from './room.ts';
import { roomName } from './room-name.ts';
import type { RoomWhisper } from './whisper.ts';

export interface LiveEnv {
  readonly ROOMS: DurableObjectNamespace<Room>;
}

/**
 * Tells the rooms. Each is tried twice, for a room that was just moved breaks
 * its first call; what fails then costs nobody more than a delay. Throws the
 * first failure after all were tried.
 */
export async function publishWhispers(env: LiveEnv, tenantId: string, whispers: readonly Whisper[]): Promise<void> {
  const results = await Promise.allSettled(whispers.map((whisper) => publish(env, tenantId, whisper)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function publish(env: LiveEnv, tenantId: string, { topic, seq, publicSeq, people }: Whisper): Promise<void> {
  // Lists have nothing for contacts in it unless something public happened: do not even wake their room.
  if (topic.kind === 'account' && publicSeq === null) return;
  const name = roomName(tenantId, topic);
  const whisper: RoomWhisper = { kind: topic.kind, seq, publicSeq, people };
  try {
    await env.ROOMS.getByName(name).whisper(whisper);
  } catch {
    // A stub that has thrown is broken for good: take another.
    await env.ROOMS.getByName(name).whisper(whisper);
  }
}
