-- Which files are still needed is asked every night.
CREATE INDEX attachment_of_file ON casework.attachment (file);
