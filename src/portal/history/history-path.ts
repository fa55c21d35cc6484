export const historyPath = '/members/history';
