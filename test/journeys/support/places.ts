/** The port of the Worker that the journeys are made on. */
export const port = Number(process.env.JOURNEYS_PORT ?? 8786);

export const agentHost = 'app.localhost';

export const at = (host: string, path = '/'): string => `http://${host}:${port}${path}`;

export const statePath = (of: number): string => `build/journeys-${of}`;

/** Where the server says how to reach what has no address. */
export const backstagePath = (of: number): string => `${statePath(of)}/backstage.json`;

/** What the server printed, all of it; beside its state, which it empties when it starts. */
export const serverLog = (of: number): string => `${statePath(of)}.log`;
