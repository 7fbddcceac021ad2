-- Which field or paper of the guide a question is about; its name as it was then.
ALTER TABLE casework.question ADD COLUMN about text;
