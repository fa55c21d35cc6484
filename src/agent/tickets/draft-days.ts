/** How long a browser keeps what an agent has not sent: agents often share a machine, and notes are not for everybody. */
export const draftDays = 3;
