"""Lists of partnerships too large to be made into a workbook while one waits: asking → making, by `tick` → telling, removing."""
