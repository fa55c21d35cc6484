/** Who follows a request besides the one who asked, and putting people on it and taking them off. */
export const people = {
  'agent.event.edited': '{name} edited a message',
} as const;
