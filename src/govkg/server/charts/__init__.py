"""The pictures and tables of an answer: what each view makes of the rows, without any drawing."""
