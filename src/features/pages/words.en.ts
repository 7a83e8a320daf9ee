export const words = {
  page: (number: number, count: number): string => `Page ${number} of ${count}`,
  next: 'Next page',
  previous: 'Previous page',
};
